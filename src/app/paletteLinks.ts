import { type AppPlugin, PluginExtensionPoints } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';

import { isSetUpAsStored } from '../domain/settings/isSetUp';
import { endpointsPath, newEndpointPath } from '../paths';

/**
 * What Grafana's command palette offers. Grafana drops a link whose title and description plugin.json doesn't repeat
 * under `extensions.addedLinks`.
 */
const paletteLinks = [
  {
    title: 'Private endpoints',
    description: 'View the managed private endpoints of your Azure Managed Grafana workspace',
    path: endpointsPath,
    needsSetup: false,
  },
  {
    title: 'New private endpoint',
    description: 'Request a private connection to an Azure resource',
    path: newEndpointPath(),
    needsSetup: true,
  },
];

/** Offers the links to admins only, as to everybody else they would lead to a page that says no, and nothing new before the set-up. */
export function addPaletteLinks(plugin: AppPlugin): AppPlugin {
  return paletteLinks.reduce(
    (all, { title, description, path, needsSetup }) =>
      all.addLink({
        title,
        description,
        // Grafana 12.2 to 12.4 leaves the page where it is when a palette link has a path (KBarResults.tsx, `execute`).
        onClick: () => locationService.push(path),
        targets: [PluginExtensionPoints.CommandPalette],
        // Grafana 13 calls this `group`, and still reads it.
        category: 'Azure Managed Grafana',
        configure: () => (mayUseApp() && !(needsSetup && isNew(plugin)) ? {} : undefined),
      }),
    plugin
  );
}

/**
 * True where nobody has set the app up. Grafana brings the settings along before it asks for the links (12.4,
 * public/app/features/plugins/pluginPreloader.ts), as they were when its page was loaded.
 */
function isNew({ meta: { jsonData } }: AppPlugin): boolean {
  return jsonData !== undefined && !isSetUpAsStored(jsonData);
}

function mayUseApp(): boolean {
  const { isSignedIn, orgRole } = config.bootData.user;
  return isSignedIn && orgRole === 'Admin';
}
