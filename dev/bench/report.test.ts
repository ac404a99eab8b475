import { type Figure, goal, hard } from './figure';
import { markdownReport, textReport } from './report';

const figures: Figure[] = [
  { part: 'Backend', what: 'time', value: 1.9, unit: 'times', budget: goal(1.3), detail: '19 ms against 10 ms' },
  { part: 'Backend', what: 'bytes', value: 0.97, unit: 'times', detail: '' },
  { part: 'Front end', what: 'module.js', value: 12, unit: 'kB', budget: hard(10), detail: '' },
];

it('writes lines, a heading for each part', () => {
  expect(textReport(figures).split('\n')).toEqual([
    '',
    'Backend',
    '  time        1.90 ×  goal 1.30 ×  missed  19 ms against 10 ms',
    '  bytes       0.97 ×',
    '',
    'Front end',
    '  module.js  12.0 kB  ≤ 10.0 kB    BROKEN',
  ]);
});

it('writes a table', () => {
  expect(markdownReport(figures).split('\n').slice(2)).toEqual([
    '| Backend | time | 1.90 × | goal 1.30 × | missed | 19 ms against 10 ms |',
    '| Backend | bytes | 0.97 × |  |  |  |',
    '| Front end | module.js | 12.0 kB | ≤ 10.0 kB | BROKEN |  |',
  ]);
});
