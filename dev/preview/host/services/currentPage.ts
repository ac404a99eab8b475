import { type NavModelItem } from '@grafana/data';
import { useEffect, useSyncExternalStore } from 'react';
import { config } from '@grafana/runtime';
import { useLocation } from 'grafana:react-router-dom-v5-compat';

import { appSection, navigationOf, pluginsSection } from './navigation';

let page: NavModelItem | undefined;
const listeners = new Set<() => void>();

function set(next: NavModelItem | undefined): void {
  page = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the shown page says of itself: the last breadcrumbs and the window's title. */
export function useCurrentPage(): NavModelItem | undefined {
  return useSyncExternalStore(subscribe, () => page);
}

/** Tells the chrome about the page while it is on screen. */
export function useAnnouncePage(nav: NavModelItem | undefined): void {
  // Pages make it anew each time they are drawn.
  const content = JSON.stringify(nav);
  useEffect(() => {
    set(content === undefined ? undefined : JSON.parse(content));
    return () => set(undefined);
  }, [content]);
}

export const navigation = navigationOf(config.bootData.navTree);

/** What part of the navigation the open page stands in. */
export function useSection(): NavModelItem {
  const { pathname, search } = useLocation();
  const [, place, id = ''] = pathname.split('/');
  switch (place) {
    case 'a':
      return appSection(navigation, id, config.appSubUrl + pathname + search);
    case 'plugins':
      return pluginsSection(config.appSubUrl);
    default:
      return navigation.home;
  }
}
