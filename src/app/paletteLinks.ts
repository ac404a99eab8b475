import { type AppPlugin, PluginExtensionPoints } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';

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
  },
  {
    title: 'New private endpoint',
    description: 'Request a private connection to an Azure resource',
    path: newEndpointPath(),
  },
];

/** Offers the links to admins only: to everybody else they would lead to a page that says no. */
export function addPaletteLinks(plugin: AppPlugin): AppPlugin {
  return paletteLinks.reduce(
    (all, { title, description, path }) =>
      all.addLink({
        title,
        description,
        // Grafana 12.2 to 12.4 leaves the page where it is when a palette link has a path (KBarResults.tsx, `execute`).
        onClick: () => locationService.push(path),
        targets: [PluginExtensionPoints.CommandPalette],
        // Grafana 13 calls this `group`, and still reads it.
        category: 'Azure Managed Grafana',
        configure: () => (mayUseApp() ? {} : undefined),
      }),
    plugin
  );
}

function mayUseApp(): boolean {
  const { isSignedIn, orgRole } = config.bootData.user;
  return isSignedIn && orgRole === 'Admin';
}
