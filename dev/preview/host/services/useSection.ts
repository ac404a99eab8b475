import { type NavModelItem } from '@grafana/data';
import { config } from '@grafana/runtime';
import { useLocation } from 'grafana:react-router-dom-v5-compat';

import { appSection, navigationOf, pluginsSection } from './navigation';

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
