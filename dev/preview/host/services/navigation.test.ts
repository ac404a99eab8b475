import { breadcrumbs, sectionOf, trailTo } from './navigation';

const tree = [
  { text: 'Home', url: '/' },
  {
    text: 'Apps',
    url: '/',
    children: [
      {
        text: 'App',
        url: '/a/app/list',
        children: [
          { text: 'List', url: '/a/app/list' },
          { text: 'Configuration', url: '/plugins/app' },
        ],
      },
    ],
  },
];
const texts = (items: Array<{ text: string }>) => items.map(({ text }) => text);

describe('the trail to a path', () => {
  it.each([
    ['/a/app/list', ['Apps', 'App', 'List']],
    ['/a/app/list/one', ['Apps', 'App', 'List']],
    ['/a/app/listing', []],
    ['/elsewhere', []],
  ])('%s: %p', (pathname, expected) => {
    expect(texts(trailTo(tree, pathname))).toEqual(expected);
  });
});

describe('breadcrumbs', () => {
  it('add the page and its parents, and say nothing twice', () => {
    const page = { text: 'one', parentItem: { text: 'List', url: '/a/app/list' } };
    expect(texts(breadcrumbs(trailTo(tree, '/a/app/list/one'), page))).toEqual(['Home', 'App', 'List', 'one']);
  });

  it('leave the section out for settings of plugins', () => {
    const page = { text: 'App', parentItem: { text: 'Plugins' } };
    expect(texts(breadcrumbs(sectionOf(tree, '/plugins/app'), page))).toEqual(['Home', 'Plugins', 'App']);
  });
});
