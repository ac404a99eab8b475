import { nameWords } from './nameWords';

it.each([
  ['Orders-SQL (Payments)', ['orders', 'payments']],
  ['abc abcd', ['abcd']],
  ['12345 1234a a1234', ['1234a', 'a1234']],
  ['data source grafana prod production test private endpoint service azure', []],
  ['', []],
])('knows %j by %j', (text, expected) => {
  expect(nameWords(text)).toEqual(expected);
});
