import { breadcrumbs, sectionOf, trailTo } from './navigation';

const tree = [
  { text: 'Home', url: '/' },
  {
    id: 'apps',
    text: 'Apps',
    url: '/apps',
    children: [
      {
        text: 'App',
        url: '/a/app/list',
        children: [
          { text: 'Others', url: '/a/app/others' },
          { text: 'Configuration', url: '/plugins/app' },
        ],
      },
    ],
  },
];
const texts = (items: Array<{ text: string }>) => items.map(({ text }) => text);

describe('the trail to a path', () => {
  it.each([
    ['/a/app/list', ['Apps', 'App']],
    ['/a/app/list/one', ['Apps', 'App']],
    ['/a/app/others/one', ['Apps', 'App', 'Others']],
    ['/a/app/listing', []],
    ['/elsewhere', []],
  ])('%s: %p', (pathname, expected) => {
    expect(texts(trailTo(tree, pathname))).toEqual(expected);
  });
});

describe('breadcrumbs', () => {
  it('add the page and its parents, and say nothing twice', () => {
    const page = { text: 'one', parentItem: { text: 'List', url: '/a/app/list' } };
    expect(texts(breadcrumbs(trailTo(tree, '/a/app/list/one'), page))).toEqual(['Home', 'Apps', 'App', 'one']);
  });

  it('begin with all apps where the navigation knows no more', () => {
    const page = { text: 'New', parentItem: { text: 'List', url: '/a/app/list' } };
    expect(texts(breadcrumbs(sectionOf(tree, '/a/app/new'), page))).toEqual(['Home', 'Apps', 'List', 'New']);
  });

  it('leave the section out for settings of plugins', () => {
    const page = { text: 'App', parentItem: { text: 'Plugins' } };
    expect(texts(breadcrumbs(sectionOf(tree, '/plugins/app'), page))).toEqual(['Home', 'Plugins', 'App']);
  });
});
