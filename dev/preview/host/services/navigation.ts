import { type NavLinkDTO, type NavModelItem } from '@grafana/data';

// Grafana 12.4.0, public/app: core/reducers/navModel.ts (parents), features/plugins/utils.ts and plugins/routes.tsx (section),
// core/components/Breadcrumbs/utils.ts, core/components/AppChrome/MegaMenu/utils.ts (active entry).

/** What the boot data's navigation holds, each entry with its parent; URLs hold the sub path. */
export interface Navigation {
  /** The parent of those at the top. */
  home: NavModelItem;
  /** Home and all others at the top. */
  entries: NavModelItem[];
}

/** Gives the entries of the boot data's navigation their parents. */
export function navigationOf(tree: NavLinkDTO[]): Navigation {
  const linked = (node: NavLinkDTO, parentItem?: NavModelItem): NavModelItem => {
    const { children, ...own } = node;
    const item: NavModelItem = { ...own, parentItem };
    return Object.assign(item, { children: children?.map((child) => linked(child, item)) });
  };
  const isHome = ({ id }: NavLinkDTO) => id === 'home';
  const home = linked(tree.find(isHome) ?? { id: 'home', text: 'Home', url: '/' });
  return { home, entries: [home, ...tree.filter((node) => !isHome(node)).map((node) => linked(node, home))] };
}

/** Where plugins' settings stand in Grafana: below pages that the preview doesn't have. */
export function pluginsSection(subPath: string): NavModelItem {
  const administration = { id: 'cfg', text: 'Administration', url: `${subPath}/admin` };
  const parentItem = {
    id: 'cfg/plugins',
    text: 'Plugins and data',
    url: `${subPath}/admin/plugins`,
    parentItem: administration,
  };
  return { id: 'plugins', text: 'Plugins', url: `${subPath}/plugins`, parentItem };
}

/**
 * The entry that a page of an app stands in: the one of the app's part of the navigation with the longest URL that the
 * page's begins with, letter by letter; that part itself, where none fits; home, where the navigation has no such app.
 */
export function appSection({ home, entries }: Navigation, appId: string, url: string): NavModelItem {
  const root = entries.find((entry) => below(entry).some(({ pluginId }) => pluginId === appId));
  const fitting = root ? below(root).filter((item) => item !== root && url.startsWith(item.url ?? '')) : [];
  return fitting.sort((a, b) => (b.url?.length ?? 0) - (a.url?.length ?? 0))[0] ?? root ?? home;
}

/** Breadcrumbs after home: the section and those above it, then what the page adds, with the tab that isn't its first. */
export function breadcrumbs(home: NavModelItem, section: NavModelItem, page: NavModelItem | undefined): NavModelItem[] {
  const crumbs: NavModelItem[] = [];
  let last = '';
  for (const item of [...upwards(page), ...upwards(section)]) {
    const path = item.url?.split('?')[0] ?? '';
    if (path === home.url) {
      break;
    }
    // A page with its section's own URL stands for it.
    const isRepeated = item === section && path !== '' && path === last;
    last = path;
    if (!item.hideFromBreadcrumbs && !isRepeated) {
      const tab = item.children?.slice(1).find(({ active }) => active);
      crumbs.unshift(item, ...(tab ? [tab] : []));
    }
  }
  return crumbs;
}

/** The entry that is marked in the navigation: the section's own, or the next above it that the navigation has. */
export function activeEntry(entries: NavModelItem[], section: NavModelItem): NavModelItem | undefined {
  const all = entries.flatMap(below);
  const same = (item: NavModelItem) => (entry: NavModelItem) =>
    (entry.id && entry.id === item.id) || (entry.text === item.text && entry.url === item.url);
  return upwards(section).flatMap((item) => all.find(same(item)) ?? [])[0];
}

/** An entry and all below it. */
const below = (item: NavModelItem): NavModelItem[] => [item, ...(item.children ?? []).flatMap(below)];

/** An entry and all above it. */
const upwards = (item: NavModelItem | undefined): NavModelItem[] => (item ? [item, ...upwards(item.parentItem)] : []);
