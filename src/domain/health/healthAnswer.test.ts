import fc from 'fast-check';
import { type JsonValue } from '../json';
import { readHealth } from './healthAnswer';

it.each<[number, JsonValue, string, string]>([
  [200, { status: 'OK', message: 'Data source is working' }, 'ok', 'Data source is working'],
  [400, { status: 'ERROR', message: 'no', details: { verboseMessage: 'dial tcp' } }, 'error', 'no\ndial tcp'],
  [400, { status: 'UNKNOWN', message: 'Health check not implemented' }, 'missing', 'Health check not implemented'],
  [
    500,
    { messageId: 'plugin.unavailable', message: 'Plugin unavailable' },
    'missing',
    'plugin.unavailable\nPlugin unavailable',
  ],
  [
    404,
    { statusCode: 404, messageId: 'plugin.notRegistered', message: 'Plugin not registered' },
    'missing',
    'plugin.notRegistered\nPlugin not registered',
  ],
  [404, { messageId: 'plugin.notImplemented', message: '' }, 'missing', 'plugin.notImplemented'],
  [200, { status: 'success', message: 'Fine' }, 'ok', 'Fine'],
  [500, { message: 'Unable to load datasource metadata' }, 'error', 'Unable to load datasource metadata'],
  [400, { status: 'ok', message: 'Odd' }, 'unknown', 'Odd'],
  [399, { status: 'OK' }, 'ok', ''],
  [399, { status: 'odd' }, 'unknown', ''],
  [400, { status: 'odd' }, 'error', ''],
  [200, { status: 'error', message: 'no' }, 'error', 'no'],
  [400, { details: { errorDetailsLink: 'https://x', all: ['a', '', { b: 'c', d: 1 }], e: null } }, 'error', 'a\nc'],
  [200, {}, 'unknown', ''],
  [502, 'Bad Gateway', 'error', 'Bad Gateway'],
])('%d %j is %s', (httpStatus, body, status, raw) => {
  expect(readHealth(httpStatus, body)).toMatchObject({ status, raw });
});

it('hides secrets in what it passes on', () => {
  const { message, raw } = readHealth(400, { message: 'at https://kim:hunter2@h', more: 'at https://kim:hunter3@h' });
  expect(message).toMatch(/^at https:.*@h$/);
  expect(`${message} ${raw}`).not.toMatch(/hunter/);
});

it('never crashes', () => {
  fc.assert(
    fc.property(fc.nat({ max: 599 }), fc.jsonValue(), (status, body) => void readHealth(status, body as JsonValue))
  );
});
