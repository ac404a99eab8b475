import { type AppPlugin, PluginExtensionPoints } from '@grafana/data';
import { config } from '@grafana/runtime';

import { APP_PATH } from '../constants';

/**
 * What Grafana's command palette offers. Grafana drops a link whose title and description plugin.json doesn't repeat
 * under `extensions.addedLinks`.
 */
export const paletteLinks = [
  {
    title: 'Private endpoints',
    description: 'See the managed private endpoints of your Azure Managed Grafana workspace',
    path: `${APP_PATH}/endpoints`,
  },
  {
    title: 'New private endpoint',
    description: 'Ask for private access to a data source, step by step',
    path: `${APP_PATH}/new`,
  },
];

/** Offers the links to admins only: to everybody else they would lead to a page that says no. */
export function addPaletteLinks(plugin: AppPlugin): AppPlugin {
  return paletteLinks.reduce(
    (all, link) =>
      all.addLink({
        ...link,
        targets: [PluginExtensionPoints.CommandPalette],
        // Grafana 13 calls this `group`, and still reads it.
        category: 'Azure Managed Grafana',
        configure: () => (config.bootData.user.orgRole === 'Admin' ? {} : undefined),
      }),
    plugin
  );
}
