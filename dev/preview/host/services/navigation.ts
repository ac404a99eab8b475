import { type NavLinkDTO, type NavModelItem } from '@grafana/data';

/** The way from the top of the navigation to the entry for a path: the one with the longest URL that fits. */
export function trailTo(tree: NavLinkDTO[], pathname: string): NavLinkDTO[] {
  let best: NavLinkDTO[] = [];
  const visit = (node: NavLinkDTO, above: NavLinkDTO[]) => {
    const trail = [...above, node];
    const fits = node.url === pathname || (node.url !== '/' && pathname.startsWith(`${node.url}/`));
    const length = (candidate: NavLinkDTO[]) => candidate.at(-1)?.url?.length ?? 0;
    if (fits && length(trail) >= length(best)) {
      best = trail;
    }
    node.children?.forEach((child) => visit(child, trail));
  };
  tree.forEach((node) => visit(node, []));
  return best;
}

/**
 * The section a page stands in, as in Grafana: plugins' settings pages stand in none, and pages of an app that the
 * navigation doesn't know in the one that holds the apps.
 */
export function sectionOf(tree: NavLinkDTO[], pathname: string): NavLinkDTO[] {
  if (pathname.startsWith('/plugins/')) {
    return [];
  }
  const trail = trailTo(tree, pathname);
  return trail.length > 0 || !pathname.startsWith('/a/') ? trail : tree.filter(({ id }) => id === 'apps');
}

/** Breadcrumbs: home, the navigation's trail, then what the page adds; a page that repeats the trail adds nothing. */
export function breadcrumbs(trail: NavLinkDTO[], page: NavModelItem | undefined): NavModelItem[] {
  const own: NavModelItem[] = [];
  for (let item = page; item; item = item.parentItem) {
    own.unshift(item);
  }
  const home: NavModelItem = { text: 'Home', url: '/' };
  const known = new Set(trail.map(({ url }) => url));
  return [
    home,
    ...trail.filter(({ url }) => url !== '/'),
    ...own.filter(({ url }) => url === undefined || !known.has(url)),
  ];
}
