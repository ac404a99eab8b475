import { type Preview } from '../preview';
import { type PreviewUser, roleIncludes } from '../state/users';

/** An entry of the side navigation, in the form of Grafana's boot data. */
export interface NavNode {
  id?: string;
  text: string;
  subTitle?: string;
  url: string;
  icon?: string;
  img?: string;
  pluginId?: string;
  children?: NavNode[];
}

/**
 * The navigation one user sees: the app with those of its pages and dashboards that the org role opens, to a server admin too, as
 * Grafana 12.4 builds it (pkg/services/navtree/navtreeimpl/applinks.go).
 */
export function navTree(
  { manifest, state, subPath }: Pick<Preview, 'manifest' | 'state' | 'subPath'>,
  user: PreviewUser
): NavNode[] {
  const home: NavNode = { id: 'home', text: 'Home', url: `${subPath}/`, icon: 'home-alt' };
  const open = (manifest.includes ?? []).filter(({ addToNav, role }) => addToNav && roleIncludes(user.role, role));
  const entries = open.flatMap(({ type, path, uid, ...include }) =>
    type === 'page' ? [{ ...include, path }] : type === 'dashboard' && uid ? [{ ...include, path: `/d/${uid}` }] : []
  );
  if (!state.settings.enabled || entries.length === 0) {
    return [home];
  }
  const start = entries.find(({ defaultNav }) => defaultNav)?.path ?? `/a/${manifest.id}`;
  // The page that the app's own entry opens is not listed below it.
  const others = entries.filter(({ path }) => path !== start);
  const children = others.map(({ name, path = '', icon }) => ({
    text: name,
    url: subPath + path,
    icon,
    pluginId: manifest.id,
  }));
  const app: NavNode = {
    id: `plugin-page-${manifest.id}`,
    text: manifest.name,
    subTitle: manifest.info.description,
    url: subPath + start,
    img: `public/plugins/${manifest.id}/${manifest.info.logos.small}`,
    pluginId: manifest.id,
    children,
  };
  const apps: NavNode = {
    id: 'apps',
    text: 'More apps',
    subTitle: 'App plugins that extend the Grafana experience',
    url: `${subPath}/apps`,
    icon: 'layer-group',
    children: [app],
  };
  return [home, apps];
}
