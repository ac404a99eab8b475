import { reasonIn, reasonQuery } from './hiddenReason';

it.each([
  ['Unable to connect with Loki. Please check the server logs for more details.', 'loki'],
  ['Health check failed: Failed to connect to Elasticsearch', 'elasticsearch'],
])('%s: a query of %s tells more', (message, type) => {
  expect(reasonQuery('a', message)).toMatchObject({
    ...{ from: 'now-1m', to: 'now' },
    queries: [{ refId: 'A', datasource: { uid: 'a', type } }],
  });
});

it.each([
  'Health check failed: Elasticsearch data source is not healthy. Status: 401 Unauthorized',
  'Get "http://h": Unable to connect with Loki',
  'dial tcp: lookup h: no such host',
  '',
])('“%s” says all there is', (message) => {
  expect(reasonQuery('a', message)).toBeUndefined();
});

it('reads the error of the query, and nothing else', () => {
  expect(reasonIn({ results: { A: { error: 'tls: no', errorSource: 'downstream', status: 500 } } })).toBe('tls: no');
  expect(reasonIn({ results: { A: { status: 200, frames: [] } } })).toBe('');
  expect(reasonIn({ message: 'Data source not found' })).toBe('');
  expect(reasonIn({ results: { A: { error: 'at https://kim:hunter2@h' } } })).not.toContain('hunter2');
  expect(reasonIn({ results: 'A' })).toBe('');
  expect(reasonIn('Bad Gateway')).toBe('');
});
