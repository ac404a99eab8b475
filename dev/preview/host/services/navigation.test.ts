import { activeEntry, appSection, breadcrumbs, navigationOf, pluginsSection } from './navigation';

const below = '/grafana';
const navigation = navigationOf([
  { id: 'home', text: 'Home', url: `${below}/` },
  {
    id: 'apps',
    text: 'More apps',
    url: `${below}/apps`,
    children: [
      {
        id: 'plugin-page-app',
        text: 'App',
        url: `${below}/a/app`,
        pluginId: 'app',
        children: [
          { text: 'Others', url: `${below}/a/app/others`, pluginId: 'app' },
          { text: 'Configuration', url: `${below}/plugins/app`, pluginId: 'app' },
        ],
      },
    ],
  },
]);
const { home, entries } = navigation;
const sectionOf = (path: string) => appSection(navigation, 'app', below + path);
const texts = (items: Array<{ text: string }>) => items.map(({ text }) => text);

describe('the section of an app’s page', () => {
  it.each([
    ['/a/app', 'App'],
    ['/a/app/list/one?q=1', 'App'],
    ['/a/app/others/one', 'Others'],
    ['/a/app/othersandmore', 'Others'],
    ['/a/ap', 'More apps'],
  ])('%s: %s', (path, expected) => {
    expect(sectionOf(path).text).toBe(expected);
  });

  it('is home where the navigation has no such app', () => {
    expect(appSection(navigation, 'another', '/a/another')).toBe(home);
  });
});

describe('breadcrumbs', () => {
  const crumbs = (path: string, page?: Parameters<typeof breadcrumbs>[2]) =>
    texts(breadcrumbs(home, sectionOf(path), page));

  it('are those of the navigation where the page adds none', () => {
    expect(crumbs('/a/app/others')).toEqual(['More apps', 'App', 'Others']);
  });

  it('take a page for its section by its URL, which holds the sub path', () => {
    const parentItem = { text: 'List', url: `${below}/a/app` };
    expect(crumbs('/a/app/list/one', { text: 'one', parentItem })).toEqual(['More apps', 'List', 'one']);
    const elsewhere = { text: 'List', url: '/a/app' };
    expect(crumbs('/a/app/one', { text: 'one', parentItem: elsewhere })).toEqual(['More apps', 'App', 'List', 'one']);
  });

  it('end at home', () => {
    expect(texts(breadcrumbs(home, home, { text: 'one' }))).toEqual(['one']);
    expect(crumbs('/a/app', { text: 'one', parentItem: home })).toEqual(['one']);
  });

  it('name the tab, but for the first one', () => {
    const page = (...active: boolean[]) => ({
      text: 'App',
      children: active.map((isActive, index) => ({ text: `tab ${index}`, active: isActive })),
    });
    const trail = ['Administration', 'Plugins and data', 'Plugins', 'App'];
    expect(texts(breadcrumbs(home, pluginsSection(below), page(true, false)))).toEqual(trail);
    expect(texts(breadcrumbs(home, pluginsSection(below), page(false, true)))).toEqual([...trail, 'tab 1']);
  });
});

describe('the entry that is marked', () => {
  it.each([
    ['/a/app/list', 'App'],
    ['/a/app/others/one', 'Others'],
    ['/a/ap', 'More apps'],
  ])('%s: %s', (path, expected) => {
    expect(activeEntry(entries, sectionOf(path))?.text).toBe(expected);
  });

  it('is none on a page whose section the navigation doesn’t have', () => {
    expect(activeEntry(entries, pluginsSection(below))).toBeUndefined();
  });
});
