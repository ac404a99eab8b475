import {
  type AppPlugin,
  type NavLinkDTO,
  type PluginExtensionEventHelpers,
  PluginExtensionPoints,
  fuzzySearch,
  locationUtil,
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

/** Those whose titles are like what was typed, the one that is the same first (12.4.0, commandPalette/useMatches.ts). */
export function matching(actions: PaletteAction[], typed: string): PaletteAction[] {
  if (!typed.trim()) {
    return actions;
  }
  const titles = actions.map(({ title }) => title.toLowerCase());
  const isExact = (index: number) => Number(titles[index] === typed.toLowerCase());
  const found = fuzzySearch(titles, typed).sort((a, b) => isExact(b) - isExact(a));
  return found.flatMap((index) => actions[index] ?? []);
}

function pages(nodes: NavLinkDTO[]): PaletteAction[] {
  return nodes.flatMap(({ text, url, children, pluginId }) => [
    ...(pluginId && url ? [page(text, url)] : []),
    ...pages(children ?? []),
  ]);
}

function page(title: string, url: string): PaletteAction {
  return { id: url, section: 'Pages', title, run: () => locationService.push(locationUtil.stripBaseFromUrl(url)) };
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

/** Links that plugin.json names too: without that Grafana drops them in development, and loads no plugin for them elsewhere. */
function addedLinks({ meta, addedLinkConfigs }: AppPlugin): PaletteAction[] {
  const isForPalette = ({ targets }: { targets: string | string[] }) =>
    [targets].flat().includes(PluginExtensionPoints.CommandPalette);
  const named = config.apps[meta.id]?.extensions.addedLinks ?? [];
  return addedLinkConfigs
    .filter((link) => isForPalette(link) && named.some((one) => one.title === link.title && isForPalette(one)))
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
