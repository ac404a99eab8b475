import { http, HttpResponse } from 'msw';
import { PLUGIN_ID } from '../constants';
import { type Change } from '../domain/changes/change';
import { INFLUX } from '../test/fixtures';
import { answers, fails } from '../test/handlers';
import { server } from '../test/server';
import { fetchEndpoint, fetchEndpoints } from './endpoints';
import { BackendError } from './errors';
import { sendChange } from './operations';

const ENDPOINTS = `*/api/plugins/${PLUGIN_ID}/resources/endpoints`;

async function failureOf(promise: Promise<unknown>): Promise<BackendError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error
  );
  expect(thrown).toBeInstanceOf(BackendError);
  return thrown as BackendError;
}

it("keeps the backend's failure whole", async () => {
  const failure = {
    code: 'azure_throttled',
    message: 'Azure is busy.',
    hint: 'Wait.',
    cause: 'TooManyRequests',
    requestId: 'r-1',
    retryAfter: 3,
  };
  server.use(fails('GET /endpoints', 429, failure));
  const error = await failureOf(fetchEndpoints());
  expect(error.failure).toEqual(failure);
  expect(error.status).toBe(429);
});

it.each([
  [404, { message: 'Plugin is not enabled' }, 'plugin_not_enabled'],
  [401, { message: 'Unauthorized' }, 'signed_out'],
  [403, { message: 'Access denied' }, 'grafana_refused'],
  [500, { message: 'An error occurred within the plugin', messageId: 'plugin.requestFailureError' }, 'backend_down'],
])("tells Grafana's own %i apart", async (status, body, code) => {
  server.use(http.get(ENDPOINTS, () => HttpResponse.json(body, { status })));
  const error = await failureOf(fetchEndpoints());
  expect(error.code).toBe(code);
  expect(error.failure.cause).toBe(body.message);
});

it('says so when Grafana does not answer', async () => {
  server.use(http.get(ENDPOINTS, () => HttpResponse.error()));
  expect((await failureOf(fetchEndpoints())).code).toBe('unreachable');
});

it.each([['<html>'], [{ endpoints: 'none' }], [{ endpoints: [{ name: 1 }] }], [null]])(
  'refuses an answer that it can not read: %j',
  async (body) => {
    server.use(http.get(ENDPOINTS, () => HttpResponse.json(body)));
    expect((await failureOf(fetchEndpoints())).code).toBe('unreadable_answer');
  }
);

it('refuses an answer without bottom', async () => {
  const deep = `${'['.repeat(9_000)}${']'.repeat(9_000)}`;
  const body = JSON.stringify({ endpoints: [INFLUX] }).replace(/"extra":\{[^}]*\}/, `"extra":{"x":${deep}}`);
  expect(body).toContain(deep);
  server.use(http.get(ENDPOINTS, () => new HttpResponse(body, { headers: { 'Content-Type': 'application/json' } })));
  expect((await failureOf(fetchEndpoints())).code).toBe('unreadable_answer');
});

it('encodes a name, so that it can not lead to another route', async () => {
  let asked = '';
  server.use(
    http.get(`${ENDPOINTS}/:name`, ({ request }) => {
      asked = new URL(request.url).pathname;
      return HttpResponse.json({ endpoint: INFLUX });
    })
  );
  await expect(fetchEndpoint('../workspace?x=/y')).resolves.toEqual(INFLUX);
  expect(asked.endsWith('/endpoints/..%2Fworkspace%3Fx%3D%2Fy')).toBe(true);
});

it('reads endpoints', async () => {
  server.use(answers('GET /endpoints', { endpoints: [INFLUX] }));
  await expect(fetchEndpoints()).resolves.toEqual([INFLUX]);
});

const running = { kind: 'delete', name: 'influx', statusPath: '', createdAt: '' };

it.each<[string, Change]>([
  ['PUT', { kind: 'create', name: 'influx', request: INFLUX }],
  ['PATCH', { kind: 'update', name: 'influx', createdAt: '', fields: { domainName: { seen: 'a.b.c', wanted: '' } } }],
  ['DELETE', { kind: 'delete', name: 'influx', createdAt: '' }],
  ['POST', { kind: 'refresh', name: '' }],
])('sends %s as JSON: Grafana sends the data of a DELETE as a form', async (method, change) => {
  let sent: Request | undefined;
  server.use(
    http.all(`*/api/plugins/${PLUGIN_ID}/resources/*`, ({ request }) => {
      sent = request.clone();
      return HttpResponse.json({ operation: running });
    })
  );
  await sendChange(change);
  expect(sent?.method).toBe(method);
  expect(sent?.headers.get('Content-Type')).toBe('application/json');
  await expect(sent?.json()).resolves.toEqual(expect.any(Object));
});
