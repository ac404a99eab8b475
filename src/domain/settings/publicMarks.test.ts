import { changePublicMark, readPublicMarks } from './publicMarks';

it.each([
  [undefined, undefined],
  ['shop', undefined],
  [null, undefined],
  [['shop'], undefined],
  [{}, {}],
  [
    { local: 'shop', remote: ['a', 7, null, 'b'], elsewhere: ['c'] },
    { local: [], remote: ['a', 'b'] },
  ],
])('reads what a file may hold: %j', (stored, marks) => {
  expect(readPublicMarks(stored)).toEqual(marks);
});

it('adds and takes away one mark, once, beside all others', () => {
  const stored = { local: ['a'], remote: ['b'], elsewhere: ['c'] };
  const marked = changePublicMark(stored, { place: 'local', uid: 'shop', isMarked: true });
  expect(marked).toEqual({ local: ['a', 'shop'], remote: ['b'], elsewhere: ['c'] });
  expect(changePublicMark(marked, { place: 'local', uid: 'shop', isMarked: true })).toEqual(marked);
  expect(changePublicMark(marked, { place: 'local', uid: 'shop', isMarked: false })).toEqual(stored);
  // Of another Grafana, though its uid is the same.
  expect(changePublicMark(marked, { place: 'remote', uid: 'shop', isMarked: false })).toEqual(marked);
});

it('begins where nothing, or nothing that can be read, is stored', () => {
  expect(changePublicMark(undefined, { place: 'remote', uid: 'shop', isMarked: true })).toEqual({ remote: ['shop'] });
  expect(changePublicMark('?', { place: 'remote', uid: 'shop', isMarked: false })).toEqual({ remote: [] });
});
