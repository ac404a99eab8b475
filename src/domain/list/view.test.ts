import fc from 'fast-check';
import { endpointStatuses } from '../state/status';
import {
  changeListView,
  defaultListView,
  isFiltered,
  type ListView,
  listViewFromQuery,
  listViewToQuery,
  sortColumns,
} from './view';

const views: fc.Arbitrary<ListView> = fc
  .record({
    search: fc.string({ unit: 'grapheme' }),
    sort: fc.constantFrom(...sortColumns),
    descending: fc.boolean(),
    states: fc.uniqueArray(fc.constantFrom(...endpointStatuses)),
    kinds: fc.uniqueArray(fc.string({ minLength: 1 })),
    page: fc.integer({ min: 1, max: 999_999 }),
  })
  .map((view) => ({ ...view, descending: view.descending && view.sort !== 'need' }));

it('a view survives its way through the URL', () => {
  fc.assert(fc.property(views, (view) => expect(listViewFromQuery(listViewToQuery(view))).toEqual(view)));
});

it('the default view leaves the URL alone', () => {
  expect(listViewToQuery(defaultListView)).toBe('');
  expect(listViewFromQuery('')).toEqual(defaultListView);
});

it('nonsense falls back to the default', () => {
  expect(listViewFromQuery('?sort=colour&p=-2&state=asleep&kind=&p=x')).toEqual(defaultListView);
  expect(listViewFromQuery('?sort=-need')).toEqual(defaultListView);
});

it('a change goes back to the first page, a page change does not', () => {
  expect(changeListView({ ...defaultListView, page: 3 }, { search: 'x' }).page).toBe(1);
  expect(changeListView({ ...defaultListView, search: 'x' }, { page: 3 })).toMatchObject({ search: 'x', page: 3 });
});

it('isFiltered', () => {
  expect(isFiltered(defaultListView)).toBe(false);
  expect(isFiltered({ ...defaultListView, sort: 'age' })).toBe(false);
  expect(isFiltered({ ...defaultListView, search: ' ' })).toBe(false);
  expect(isFiltered({ ...defaultListView, kinds: ['sqlServer'] })).toBe(true);
});
