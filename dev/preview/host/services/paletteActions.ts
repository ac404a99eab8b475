import {
  type AppPlugin,
  type NavLinkDTO,
  type PluginExtensionEventHelpers,
  PluginExtensionPoints,
} from '@grafana/data';
import { config, locationService } from '@grafana/runtime';

/** Something the command palette offers. */
export interface PaletteAction {
  id: string;
  section: string;
  title: string;
  run: () => void;
}

/** The pages of the navigation, then the links that the plugin adds for the palette (AppPlugin.addLink). */
export function paletteActions(plugin: AppPlugin | undefined): PaletteAction[] {
  return [...pages(config.bootData.navTree), ...(plugin ? addedLinks(plugin) : [])];
}

/** Those whose words hold all that was typed. */
export function matching(actions: PaletteAction[], typed: string): PaletteAction[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter(({ title, section }) => {
    const text = `${section} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function pages(nodes: NavLinkDTO[]): PaletteAction[] {
  return nodes.flatMap(({ id = '', text, url, children, pluginId }) => [
    ...(pluginId && url ? [page(id, text, url)] : []),
    ...pages(children ?? []),
  ]);
}

function page(id: string, title: string, url: string): PaletteAction {
  return { id, section: 'Pages', title, run: () => locationService.push(url) };
}

/** What Grafana hands to a link's own click handler; there is neither a modal nor a sidebar to open here. */
const helpers: PluginExtensionEventHelpers = {
  context: {},
  extensionPointId: PluginExtensionPoints.CommandPalette,
  openModal: () => undefined,
  openSidebar: () => undefined,
  closeSidebar: () => undefined,
  toggleSidebar: () => undefined,
};

function addedLinks(plugin: AppPlugin): PaletteAction[] {
  return plugin.addedLinkConfigs
    .filter(({ targets }) => [targets].flat().includes(PluginExtensionPoints.CommandPalette))
    .flatMap((link, index) => {
      const override = link.configure ? link.configure({}) : {};
      if (!override) {
        return [];
      }
      const { title, onClick, category = 'Extensions' } = { ...link, ...override };
      // A link with a path alone leads nowhere, as in Grafana 12.2 to 12.4 (KBarResults.tsx, `execute`).
      const run = () => onClick?.(undefined, helpers);
      return [{ id: `link ${index}`, section: category, title, run }];
    });
}
