import { type Demonstration } from './demonstration';
import { type PluginClient, type ResourceResponse } from './backend/pluginClient';
import { previewApp } from './app';
import { navTree } from './pages/navTree';
import { createState } from './state/provisioning';
import { testConnection, testPreview } from './testing/testPreview';

const id = 'an-app';
const manifest = {
  id,
  type: 'app',
  name: 'An app',
  info: { version: '1.0.0', logos: { small: 'img/logo.svg', large: 'img/logo.svg' } },
  includes: [{ type: 'page', name: 'Page', path: `/a/${id}/page`, role: 'Admin', addToNav: true, defaultNav: true }],
};

const calls: Array<{ path: string; url: string; role: string; headers: string[] }> = [];
const client: PluginClient = {
  async *callResource({ path, url, pluginContext, headers }): AsyncGenerator<ResourceResponse> {
    calls.push({ path, url, role: pluginContext.user.role, headers: Object.keys(headers) });
    yield { code: 201, headers: { 'Set-Cookie': { values: ['a=b'] } }, body: Buffer.from('{"a":') };
    yield { code: 0, headers: {}, body: Buffer.from('1}') };
  },
  queryData: async ({ pluginId, dataSourceInstanceSettings, user }, queries) =>
    Object.fromEntries(
      queries.map(({ refId, json }) => [
        refId,
        refId === 'B'
          ? { frames: [], error: 'No.', status: 403, errorSource: 'downstream' }
          : {
              frames: [
                Buffer.from(
                  JSON.stringify({
                    pluginId,
                    uid: dataSourceInstanceSettings?.uid,
                    role: user.role,
                    asked: JSON.parse(json.toString()),
                  })
                ),
              ],
              error: '',
              status: 200,
              errorSource: '',
            },
      ])
    ),
  checkHealth: async () => ({ status: 'ERROR', message: 'no', jsonDetails: Buffer.from('{"b":2}') }),
  close: () => undefined,
};

const state = () =>
  createState(
    id,
    {
      apps: [{ type: id, disabled: false, jsonData: { a: 1 }, secureJsonData: { key: 'top-secret' } }],
      dataSources: [],
      ruleGroups: [],
    },
    1
  );

const preview = testPreview(state, { manifest });
jest.spyOn(preview.backend, 'connection').mockImplementation(() => client);
const app = previewApp(preview);

function ask(login: string, path: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  headers.set('Host', 'localhost:3000');
  if (login) {
    headers.set('Authorization', `Basic ${btoa(`${login}:${login}`)}`);
  }
  return app.request(path, { ...init, headers }, testConnection);
}

const send = (method: string, body: unknown) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json' },
});

beforeEach(() => preview.reset());

describe('signing in', () => {
  it('opens a session that lasts until signing out', async () => {
    const answer = await app.request('/login', send('POST', { user: 'viewer', password: 'viewer' }));
    const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const headers = { Cookie: cookie };
    await expect((await app.request('/api/user', { headers })).json()).resolves.toMatchObject({ login: 'viewer' });
    await app.request('/logout', { headers });
    expect((await app.request('/api/user', { headers })).status).toBe(401);
  });

  it('needs the right password', async () => {
    expect((await app.request('/login', send('POST', { user: 'admin', password: 'guess' }))).status).toBe(401);
    expect((await ask('nobody', '/api/user')).status).toBe(401);
  });

  it('takes people to where they wanted to go, never to another host', async () => {
    expect((await app.request('/a/an-app/page?q=1')).headers.get('Location')).toBe(
      '/login?to=%2Fa%2Fan-app%2Fpage%3Fq%3D1'
    );
    const page = await (await app.request('/login?to=//evil.example')).text();
    expect(page).not.toContain('evil.example');
  });

  it.each([
    ['GET', 'http://evil.example', 403],
    ['POST', 'http://evil.example', 403],
    ['POST', 'null', 403],
    ['GET', 'http://localhost:9999', 401],
    ['HEAD', 'http://evil.example', 401],
  ])('lends no session to other hosts: %s from %s', async (method, origin, status) => {
    const headers = { Origin: origin, Host: 'localhost:3000', Cookie: 'grafana_session=old' };
    expect((await app.request('/api/user', { method, headers })).status).toBe(status);
  });
});

describe('plugin settings', () => {
  const path = `/api/plugins/${id}/settings`;

  it('show no secret to anybody', async () => {
    const text = await (await ask('admin', path)).text();
    expect(text).not.toContain('top-secret');
    expect(JSON.parse(text)).toMatchObject({ secureJsonFields: { key: true }, jsonData: { a: 1 } });
  });

  it.each([
    ['', 401],
    ['viewer', 403],
    ['editor', 403],
    ['serveradmin', 403],
    ['admin', 200],
  ])('saved by "%s" are answered with %d', async (login, status) => {
    expect((await ask(login, path, send('POST', { enabled: true, pinned: true }))).status).toBe(status);
  });
});

describe('resource calls', () => {
  const path = `/api/plugins/${id}/resources/endpoints/a%20b%3F?x=1`;

  it('reach the backend with the role and without credentials, and join its parts', async () => {
    const answer = await ask('editor', path);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    await expect(answer.json()).resolves.toEqual({ a: 1 });
    expect(calls.at(-1)).toMatchObject({
      path: 'endpoints/a b?',
      url: 'endpoints/a%20b%3F?x=1',
      role: 'Editor',
    });
    expect(calls.at(-1)?.headers).not.toContain('Authorization');
  });

  it('need someone who is signed in, and an app that is enabled', async () => {
    expect((await ask('', path)).status).toBe(401);
    await ask('admin', `/api/plugins/${id}/settings`, send('POST', { jsonData: { a: 2 } }));
    expect((await ask('admin', path)).status).toBe(404);
  });

  it('fail with 500 while the backend is down', async () => {
    jest.mocked(preview.backend.connection).mockReturnValueOnce(undefined);
    const answer = await ask('admin', path);
    expect(answer.status).toBe(500);
    await expect(answer.json()).resolves.toMatchObject({ messageId: 'plugin.requestFailureError' });
  });

  it('have a health check that answers 400 unless it is well', async () => {
    const answer = await ask('viewer', `/api/plugins/${id}/health`);
    expect(answer.status).toBe(400);
    await expect(answer.json()).resolves.toEqual({ status: 'ERROR', message: 'no', details: { b: 2 } });
  });
});

describe('what tests ask for', () => {
  const metrics = { uid: 'a', name: 'A', type: 'prometheus', access: 'proxy', url: 'http://a' };

  it('more provisioned data sources, until a reset', async () => {
    expect((await ask('admin', '/preview/data-sources', send('POST', [{ ...metrics, readOnly: true }]))).status).toBe(
      201
    );
    await expect((await ask('admin', '/api/datasources/uid/a')).json()).resolves.toMatchObject({ readOnly: true });
    expect((await ask('admin', '/preview/data-sources', send('POST', [{ name: 'B' }]))).status).toBe(400);
    await ask('admin', '/preview/reset', send('POST', {}));
    expect((await ask('admin', '/api/datasources/uid/a')).status).toBe(404);
  });

  it('nothing for a page of someone else', async () => {
    const foreign = { ...send('POST', {}), headers: { Origin: 'https://evil.test' } };
    expect((await ask('', '/preview/backend/kill', foreign)).status).toBe(403);
    expect((await ask('', '/preview/reset', foreign)).status).toBe(403);
  });

  it('fewer rights than the role has, until a reset', async () => {
    const create = () => ask('admin', '/api/datasources', send('POST', metrics));
    expect((await ask('', '/preview/users/admin', send('PATCH', { without: ['datasources:create'] }))).status).toBe(
      200
    );
    expect((await create()).status).toBe(403);
    await ask('admin', '/preview/reset', send('POST', {}));
    expect((await create()).status).toBe(200);
    expect((await ask('', '/preview/users/nobody', send('PATCH', { without: [] }))).status).toBe(404);
  });
});

describe('pages', () => {
  it('are not found at an address that can’t be decoded', async () => {
    for (const name of ['%E0%A4%A', '%E0%A4', '%']) {
      const answer = await ask('admin', `/a/${id}/endpoints/${name}`);
      expect([answer.status, await answer.text()]).toEqual([404, 'Page not found']);
    }
    expect((await ask('admin', `/a/${id}/endpoints/%D7%A9`)).status).toBe(200);
  });

  it('carry boot data that no text can break out of', async () => {
    preview.state.settings.jsonData = { text: '</script><script>' };
    const html = await (await ask('admin', '/a/an-app/page')).text();
    expect(html).toContain('window.grafanaBootData = {');
    expect(html.match(/<\/script>/g)?.length).toBe(html.match(/<script[ >]/g)?.length);
  });

  it.each([
    ['admin', 200],
    ['viewer', 302],
    ['serveradmin', 302],
  ])('are Admin’s where the manifest says so: %s gets %d', async (login, status) => {
    const answer = await ask(login, '/a/an-app/page');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('location')).toBe(status === 302 ? '/' : null);
    expect((await ask(login, '/a/an-app/page/one')).status).toBe(200);
  });

  it.each([
    ['admin', 200],
    ['editor', 302],
    ['serveradmin', 200],
  ])('of plugins are for those who may change or install them: %s gets %d', async (login, status) => {
    expect((await ask(login, `/plugins/${id}`)).status).toBe(status);
  });

  it.each([
    ['admin', true],
    ['viewer', false],
    ['serveradmin', false],
  ])('show %s the page in the navigation: %p', async (login, shown) => {
    expect((await (await ask(login, '/')).text()).includes('href="/a/an-app/page"')).toBe(shown);
  });
});

it('has a dashboard of the app in everyone’s navigation, while the app is enabled', async () => {
  const dashboard = { type: 'dashboard', name: 'Dashboard', path: 'd.json', uid: 'private', addToNav: true };
  const withDashboard = testPreview(state, {
    manifest: { ...manifest, includes: [...(manifest.includes ?? []), dashboard] },
  });
  const urls = (login: string) => {
    const [, apps] = navTree(withDashboard, withDashboard.users.byLogin(login)!);
    return apps?.children?.[0]?.children?.map(({ url }) => url) ?? [];
  };
  expect(urls('viewer')).toEqual(['/d/private']);
  expect(urls('admin')).toContain('/d/private');
  withDashboard.state.settings.enabled = false;
  expect(urls('viewer')).toEqual([]);
});

describe('what the start page offers to try', () => {
  const prepare = jest.fn(async () => undefined);
  beforeEach(() => prepare.mockClear());
  const href = '/a/an-app/page';
  const demonstration: Demonstration = {
    introduction: 'All on this machine.',
    readOnly: [{ text: 'Look at it', href: '/a/an-app/states' }],
    attempts: [
      {
        title: 'Look around',
        text: 'At <everything>.',
        ways: [{ text: 'Elsewhere', href: 'http://localhost:1/owner' }],
      },
      { title: 'Start over', text: 'From nothing.', ways: [{ text: 'Reset', href, id: 'reset', prepare }] },
    ],
  };
  const there = previewApp(testPreview(state, { manifest, demonstration }));
  const as = (login: string, path: string, method = 'GET') =>
    there.request(
      path,
      { method, headers: { Authorization: `Basic ${btoa(`${login}:${login}`)}`, Host: 'localhost' } },
      testConnection
    );

  it('stands there for those who may use the app', async () => {
    const html = await (await as('admin', '/')).text();
    expect(html).toContain('href="http://localhost:1/owner"');
    expect(html).toContain('action="preview/try/reset"');
    expect(html).toContain('At &lt;everything&gt;.');
    expect(html).not.toContain('/a/an-app/states');
    const readOnly = await (await as('viewer', '/')).text();
    expect(readOnly).not.toContain('Start over');
    expect(readOnly).toContain('<a href="/a/an-app/states">Look at it</a>');
  });

  it('is prepared by a button, which then leads there', async () => {
    const answer = await as('admin', '/preview/try/reset', 'POST');
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, href]);
    expect(prepare).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['viewer', 'reset', 403],
    ['admin', 'something', 404],
  ])('is refused to %s for %s with %d', async (login, id, status) => {
    expect((await as(login, `/preview/try/${id}`, 'POST')).status).toBe(status);
    expect(prepare).not.toHaveBeenCalled();
  });
});

describe('below a path', () => {
  const subPath = '/grafana';
  const there = previewApp(testPreview(state, { manifest, subPath }));
  const get = (path: string) =>
    there.request(path, { headers: { Authorization: `Basic ${btoa('admin:admin')}` } }, testConnection);

  it('pages know the path', async () => {
    const html = await (await get('/grafana/a/an-app/page')).text();
    expect(html).toContain('<base href="/grafana/" />');
    expect(html).toContain('"appSubUrl":"/grafana"');
    expect(html).toContain('"url":"/grafana/a/an-app/page"');
    await expect((await get(`/grafana/api/plugins/${id}/settings`)).json()).resolves.toMatchObject({
      defaultNavUrl: '/grafana/a/an-app/page',
    });
  });

  it.each([
    ['/a/an-app/page?q=1', '/grafana/a/an-app/page?q=1'],
    ['/', '/grafana/'],
    ['/grafana/logout', '/grafana/login'],
  ])('%s leads to %s', async (from, to) => {
    expect((await get(from)).headers.get('Location')).toBe(to);
  });

  it('the API answers without it too', async () => {
    await expect((await get('/api/user')).json()).resolves.toMatchObject({ login: 'admin' });
  });

  it('signing in leads back to the page, with a cookie for this Grafana alone', async () => {
    const asked = await there.request('/grafana/a/an-app/page', {}, testConnection);
    expect(asked.headers.get('Location')).toBe('/grafana/login?to=%2Fa%2Fan-app%2Fpage');
    const body = new URLSearchParams({ user: 'admin', password: 'admin', to: '/a/an-app/page' });
    const answer = await there.request('/grafana/login', { method: 'POST', body }, testConnection);
    expect(answer.headers.get('Location')).toBe('/grafana/a/an-app/page');
    expect(answer.headers.get('Set-Cookie')).toContain('Path=/grafana;');
  });
});

describe('the data source of the plugin', () => {
  const own = 'azure-privateendpoints-datasource';
  const uid = 'own';
  const send = (login: string, path: string, body?: object) =>
    app.request(
      path,
      {
        method: body ? 'POST' : 'GET',
        body: body && JSON.stringify(body),
        headers: {
          Authorization: `Basic ${btoa(`${login}:${login}`)}`,
          Host: 'localhost',
          'Content-Type': 'application/json',
        },
      },
      testConnection
    );
  const query = (refId: string, source = uid) => ({ refId, datasource: { uid: source }, queryType: 'counts' });
  beforeEach(async () => {
    const source = { uid, name: 'Own', type: own, access: 'proxy', jsonData: {} };
    expect((await send('admin', '/api/datasources', source)).status).toBe(200);
  });

  it('answers queries by its backend, for whoever may query', async () => {
    const answer = await send('viewer', '/api/ds/query', { queries: [query('A')], from: '0', to: '1' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      results: { A: { status: 200, frames: [{ pluginId: own, uid, role: 'Viewer', asked: query('A') }] } },
    });
  });

  it('tells a failure beside what worked', async () => {
    const answer = await send('viewer', '/api/ds/query', { queries: [query('A'), query('B')] });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      results: { A: { status: 200 }, B: { error: 'No.', errorSource: 'downstream', status: 403 } },
    });
  });

  it('is checked and asked for more by its backend, and others aren’t', async () => {
    expect(await (await send('viewer', `/api/datasources/uid/${uid}/health`)).json()).toMatchObject({ message: 'no' });
    expect((await send('viewer', `/api/datasources/uid/${uid}/resources/status`)).status).toBe(201);
    expect((await send('viewer', '/api/datasources/uid/other/resources/status')).status).toBe(404);
    expect((await send('viewer', '/api/ds/query', { queries: [query('A'), query('B', 'other')] })).status).toBe(400);
  });
});
