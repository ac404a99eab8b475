import { APP_PATH } from '../src/constants';
import { type Answered, GrafanaServices } from './grafanaServices';
import { expect, test } from './fixtures';

/** What the product and its tests rely on in Grafana's own services: on the preview as on a real one. docs/preview.md */
const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';
const JSON_TYPE = 'application/json';
const refuses = (status: number, body: object): Answered => ({ status, body: JSON.stringify(body) });

let services: GrafanaServices;

test.beforeEach(async ({ page }) => {
  services = new GrafanaServices(page);
  await services.open();
});

test.describe('backendSrv sends', () => {
  test('data as JSON by POST, PUT and PATCH alone, and by others as a form unless they say JSON', async () => {
    for (const method of ['POST', 'PUT', 'PATCH']) {
      const { first } = await services.ask({ method, data: { a: 1 } });
      expect(first).toMatchObject({ method, type: JSON_TYPE, body: '{"a":1}' });
    }
    expect((await services.ask({ method: 'DELETE', data: { a: 1 } })).first).toMatchObject({ type: FORM, body: 'a=1' });
    for (const [type, body] of [
      [JSON_TYPE, '{"a":1}'],
      ['application/json; charset=utf-8', 'a=1'],
    ] as const) {
      const { first } = await services.ask({ method: 'DELETE', headers: { 'Content-Type': type }, data: { a: 1 } });
      expect(first).toMatchObject({ type, body });
    }
  });

  test('parameters without undefined and empty lists, and does not look at those in the URL', async () => {
    const params = { none: undefined, empty: [], blank: '', list: ['a b', 2], nothing: null };
    expect((await services.ask({ params })).first?.url).toBe('/api/case?blank=&list=a%20b&list=2&nothing=null');
    expect((await services.ask({ url: '/api/case?x=1', params: { y: 2 } })).first?.url).toBe('/api/case?x=1?y=2');
  });

  test('the organization along, keeps credentials for data sources, and changes the request that it was given', async () => {
    const { first, request } = await services.ask({ headers: { Authorization: 'Bearer x' } });
    expect(first?.headers).toMatchObject({ 'x-grafana-org-id': '1', 'x-ds-authorization': 'Bearer x' });
    expect(first?.headers).toMatchObject({ accept: 'application/json, text/plain, */*' });
    expect(first?.headers).not.toHaveProperty('authorization');
    expect(request).toMatchObject({ url: 'api/case', headers: { 'X-DS-Authorization': 'Bearer x' } });
  });
});

test.describe('backendSrv reads', () => {
  test('JSON by its type, and whatever else can be read as JSON', async () => {
    expect(await services.ask({}, { body: '{"a":1}' })).toMatchObject({ data: { a: 1 } });
    expect(await services.ask({}, { type: 'text/plain', body: '{"a":1}' })).toMatchObject({ data: { a: 1 } });
    expect(await services.ask({}, { type: 'text/plain', body: 'a: 1' })).toMatchObject({ data: 'a: 1' });
    expect(await services.ask({ responseType: 'text' }, { body: '{"a":1}' })).toMatchObject({ data: '{"a":1}' });
    expect(await services.ask({}, { body: '' })).toMatchObject({ data: {} });
  });

  test('a refusal with a message, whatever its body is', async () => {
    for (const [answer, data] of [
      [refuses(400, { message: 'No', code: 'x' }), { message: 'No', code: 'x' }],
      [refuses(400, { error: 'No' }), { message: 'No', error: 'No' }],
      [refuses(400, { code: 'x' }), { code: 'x' }],
      [
        { status: 400, type: 'text/plain', body: 'No' },
        { message: 'No', response: 'No' },
      ],
    ] as const) {
      expect((await services.ask({}, answer)).error).toMatchObject({ status: 400, data });
    }
    const text = await services.ask({ responseType: 'text' }, refuses(400, { message: 'No' }));
    expect(text.error).toMatchObject({ status: 400, data: { response: '{"message":"No"}' } });
  });

  test('an answer that got lost, and one that is no JSON but says so, as errors without a status', async () => {
    for (const answer of ['lost', { body: '{"a"' }] as const) {
      const { error } = await services.ask({}, answer);
      expect(error).toEqual({ status: undefined, data: { message: 'Unexpected error' }, message: expect.any(String) });
    }
  });

  test('a 401 once more, where the session is good', async () => {
    const { sent, data } = await services.ask({ method: 'POST' }, refuses(401, {}), { body: '{"a":1}' });
    expect(data).toEqual({ a: 1 });
    expect(sent).toHaveLength(2);
    const again = await services.ask({ method: 'POST' }, refuses(401, { message: 'No' }));
    expect(again).toMatchObject({ error: { status: 401, data: { message: 'No' } } });
    expect(again.sent).toHaveLength(2);
  });
});

test.describe('backendSrv shows', () => {
  test('the message of a change that succeeded, and of any refusal, unless it is told not to', async () => {
    const saved = { body: '{"message":"Saved"}' };
    const shown = async (asked: Parameters<typeof services.ask>[0], answer: Answered) =>
      (await services.ask(asked, answer)).notices;
    expect(await shown({ method: 'POST' }, saved)).toEqual([['alert-success', 'Saved']]);
    expect(await shown({ method: 'GET' }, saved)).toEqual([]);
    expect(await shown({ method: 'POST', showSuccessAlert: false }, saved)).toEqual([]);
    const long = 'No '.repeat(30);
    expect(await shown({}, refuses(403, { message: 'No' }))).toEqual([['alert-warning', 'No', '']]);
    expect(await shown({}, refuses(500, { message: 'No' }))).toEqual([['alert-error', 'No', '']]);
    expect(await shown({}, refuses(500, { message: long }))).toEqual([['alert-error', 'Error', long]]);
    expect(await shown({}, refuses(422, { message: 'No' }))).toEqual([['alert-warning', 'Validation failed', 'No']]);
    expect(await shown({ showErrorAlert: false }, refuses(500, { message: 'No' }))).toEqual([]);
  });
});

test('notices take a list, and one that shows already isn’t shown twice', async ({ page }) => {
  // The page may have errors of its own.
  const shown = page.getByTestId('data-testid Alert error').filter({ hasText: 'A title' });
  await services.publish('alert-error', ['A title', 'and a text']);
  await services.publish('alert-error', ['A title', 'and a text']);
  await expect(shown).toHaveCount(1);
  await expect(shown).toHaveText(/A title\s*and a text/);
  await services.publish('alert-error', 'Xy');
  await expect(page.getByTestId('data-testid Alert error').filter({ hasText: /^X\s*y$/ })).toBeVisible();
});

test('the data source service finds by uid, after a reload, and refuses with an object', async ({ request }) => {
  const uid = 'services-case';
  const added = { uid, name: uid, type: 'prometheus', access: 'proxy', url: 'http://metrics.contoso.com' };
  const refused = { refused: `Datasource ${uid} was not found`, isError: false };
  expect(await services.dataSource(uid)).toEqual(refused);
  expect((await request.post('/api/datasources', { data: added })).ok()).toBe(true);
  try {
    expect(await services.dataSource(uid)).toEqual({ uid });
  } finally {
    await request.delete(`/api/datasources/uid/${uid}`);
  }
});

const reads = ['datasources:read', 'datasources:query', 'plugins.app:access'];
const writes = ['datasources:create', 'datasources:write', 'datasources:delete', 'plugins:write'];

test('an admin is one, with the rights that the product looks for', async () => {
  const { granted, ...user } = await services.user();
  expect(user).toMatchObject({ isSignedIn: true, orgId: 1, orgRole: 'Admin', login: 'admin' });
  expect(granted).toEqual(expect.arrayContaining([...reads, ...writes]));
});

for (const [login, orgRole] of [
  ['editor', 'Editor'],
  ['viewer', 'Viewer'],
] as const) {
  test(`the rights of ${login} are to read`, { tag: '@stand-in' }, async ({ pageOf }) => {
    const theirs = new GrafanaServices(await pageOf(login));
    await theirs.open(`${APP_PATH}/data-sources/fill-in/none`);
    const { granted, ...user } = await theirs.user();
    expect(user).toEqual({ isSignedIn: true, orgId: 1, orgRole, login, isGrafanaAdmin: false });
    expect(granted).toEqual(expect.arrayContaining(reads));
    expect(granted.filter((action) => writes.includes(action))).toEqual([]);
  });
}
