import { previewApp } from '../app';
import { createState, nothingProvisioned } from '../state/provisioning';
import { testConnection, testPreview } from '../testing/testPreview';

const preview = testPreview(() => createState('an-app', nothingProvisioned, 1));
const app = previewApp(preview);

beforeEach(() => preview.reset());

async function call(login: string, method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await app.request(
    path,
    {
      method,
      headers: {
        Authorization: `Basic ${btoa(`${login}:${login}`)}`,
        'Content-Type': 'application/json',
        Host: 'localhost',
        ...headers,
      },
      body: body && JSON.stringify(body),
    },
    testConnection
  );
  return { status: answer.status, body: await answer.json() };
}

const folder = { uid: 'f', title: 'Private endpoints' };
const rule = {
  ...{ uid: 'r', title: 'Failed', folderUID: 'f', ruleGroup: 'g', condition: 'A', for: '5m' },
  data: [{ refId: 'A', datasourceUid: '__expr__', model: {} }],
};
const RULES = '/api/v1/provisioning/alert-rules';

it('adds folders and rules, and leaves alone what has the same uid', async () => {
  expect(await call('admin', 'GET', '/api/folders/f')).toMatchObject({
    status: 404,
    body: { message: 'folder not found' },
  });
  expect((await call('admin', 'POST', RULES, rule)).status).toBe(400);
  expect(await call('admin', 'POST', '/api/folders', folder)).toEqual({ status: 200, body: folder });
  expect((await call('admin', 'POST', '/api/folders', folder)).status).toBe(409);
  expect(await call('admin', 'POST', RULES, rule)).toMatchObject({
    status: 201,
    body: { uid: 'r', provenance: 'api' },
  });
  const again = await call('admin', 'POST', RULES, { ...rule, title: 'Another' });
  expect(again).toMatchObject({ status: 409, body: { messageId: 'alerting.alert-rule.conflict' } });
  expect((await call('viewer', 'GET', RULES)).body).toMatchObject([{ uid: 'r', title: 'Failed' }]);
});

it('marks a rule as provisioned unless the header is there', async () => {
  await call('admin', 'POST', '/api/folders', folder);
  const { body } = await call('editor', 'POST', RULES, rule, { 'X-Disable-Provenance': 'true' });
  expect(body).toMatchObject({ provenance: '' });
});

it.each([
  [{ folderUID: '' }, 'folderUID must be set'],
  [{ ruleGroup: '' }, 'valid group'],
  [{ uid: 'no blanks' }, 'no blanks'],
  [{ condition: 'B' }, 'condition'],
  [{ for: 'soon' }, 'duration'],
])('refuses a rule with %j', async (change, says) => {
  await call('admin', 'POST', '/api/folders', folder);
  const { status, body } = await call('admin', 'POST', RULES, { ...rule, ...change });
  expect([status, body.message]).toEqual([400, expect.stringContaining(says)]);
});

it.each([
  ['viewer', 'POST', RULES],
  ['viewer', 'POST', '/api/folders'],
])('refuses %s %s %s', async (login, method, path) => {
  expect((await call(login, method, path, rule)).status).toBe(403);
});

it('answers the states as Grafana’s API of rules', async () => {
  await call('admin', 'POST', '/api/folders', folder);
  const annotations = { summary: '{{ .Labels.endpoint }} failed.' };
  await call('admin', 'POST', RULES, { ...rule, annotations, labels: { severity: 'critical' } });
  const read = async () => (await call('viewer', 'GET', '/api/prometheus/grafana/api/v1/rules')).body.data.groups[0];
  expect(await read()).toMatchObject({
    name: 'g',
    file: 'Private endpoints',
    rules: [{ state: 'inactive', health: 'unknown' }],
  });
  const loki = { labels: { endpoint: 'loki' }, value: 1, state: 'Alerting' as const, activeAt: 1 };
  preview.state.alerting.evaluated.set('r', { at: 2, states: [loki, { ...loki, state: 'Normal' }] });
  expect((await read()).rules).toMatchObject([
    {
      state: 'firing',
      health: 'ok',
      alerts: [
        {
          labels: { alertname: 'Failed', severity: 'critical', endpoint: 'loki' },
          annotations: { summary: 'loki failed.' },
          state: 'Alerting',
        },
      ],
    },
  ]);
});
