import { type DataSourceApi } from '@grafana/data';
import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { http, HttpResponse } from 'msw';
import { type DataSource } from '../domain/address/dataSource';
import { type Endpoint } from '../domain/endpoint';
import { sampleEndpoint } from '../domain/testing/sampleEndpoint';
import { FakeGrafana } from '../test/fakeGrafana';
import { answers, fails } from '../test/handlers';
import { requestsSeen, server } from '../test/server';
import { dataSourcesAt } from './dataSources';
import { type FillRequest } from './dataSourceClient';

const source: DataSource = {
  uid: 'a b/c',
  name: 'Logs',
  type: 'loki',
  url: 'http://old.example:3100',
  jsonData: { maxLines: 10 },
  version: 4,
};
const LOKI = sampleEndpoint({ name: 'loki' });
const request: FillRequest = {
  dataSource: source,
  endpoint: LOKI,
  change: { host: 'new.example' },
};
const changedUrl = 'http://new.example:3100';
const authorities = {
  before: { scheme: 'http://', host: 'old.example', port: '3100' },
  after: { scheme: 'http://', host: 'new.example', port: '3100' },
};

describe('of this Grafana', () => {
  const inside = dataSourcesAt('local');

  it('are listed though some are odd', async () => {
    const odd = [null, { uid: 'number', name: 5, type: null }, { uid: 'hidden', name: 'a\ud800\u202e', type: 'loki' }];
    server.use(http.get('*/api/datasources', () => HttpResponse.json([...odd, source])));
    expect((await inside.list()).map(({ name }) => name)).toEqual(['5', 'a[U+D800][U+202E]', 'Logs']);
  });

  it('are looked for in dashboards and alert rules, by uid and by name', async () => {
    const panels = (reference: unknown) => ({ dashboard: { panels: [{ datasource: reference }] } });
    const boards: Record<string, object> = {
      one: panels({ uid: source.uid }),
      two: panels('Logs'),
      three: panels(null),
    };
    const rules = [{ grafana_alert: { data: [{ datasourceUid: source.uid }] } }, { grafana_alert: { data: [] } }];
    server.use(
      http.get('*/api/search', () => HttpResponse.json(Object.keys(boards).map((uid) => ({ uid })))),
      http.get<{ uid: string }>('*/api/dashboards/uid/:uid', ({ params }) => HttpResponse.json(boards[params.uid])),
      http.get('*/api/ruler/grafana/api/v1/rules', () => HttpResponse.json({ Folder: [{ name: 'g', rules }] }))
    );
    expect(await inside.dependents([source])).toEqual({ dashboards: 2, alertRules: 1 });
    server.use(
      http.get('*/api/dashboards/uid/*', () => HttpResponse.json({ message: 'no' }, { status: 403 })),
      http.get('*/api/ruler/grafana/api/v1/rules', () => HttpResponse.json({ message: 'no' }, { status: 403 }))
    );
    expect(await inside.dependents([source])).toEqual({ dashboards: null, alertRules: null });
    const many = Array.from({ length: 100 }, (_, i) => ({ uid: `d${i}` }));
    server.use(
      http.get('*/api/search', () => HttpResponse.json(many)),
      http.get('*/api/dashboards/uid/*', () => HttpResponse.json(panels(null)))
    );
    expect(await inside.dependents([source])).toEqual({ dashboards: null, alertRules: null });
  });

  it('are read by an encoded uid, without the rights that came along', async () => {
    const grafana = new FakeGrafana(source);
    server.use(...grafana.handlers);
    const { dataSource, mayWrite } = await inside.read(source.uid);
    expect(dataSource).toEqual(grafana.source(source.uid));
    expect(mayWrite).toBe(true);
    expect(requestsSeen()[0]?.path).toBe('/api/datasources/uid/a%20b%2Fc');
  });

  it('are taken for written when the answer got lost and the change is there', async () => {
    const grafana = new FakeGrafana(source);
    server.use(
      http.put('*/api/datasources/uid/:uid', () => {
        grafana.change(source.uid, { url: changedUrl });
        return HttpResponse.error();
      }),
      ...grafana.handlers
    );
    const { receipt } = await inside.fill({ ...request, dataSource: grafana.source(source.uid) });
    expect(receipt).toMatchObject({ uid: source.uid, ...authorities, version: 5 });
  });

  it('are not taken for written when someone else wrote them since', async () => {
    const grafana = new FakeGrafana(source);
    server.use(
      http.put('*/api/datasources/uid/:uid', () => {
        grafana.change(source.uid, { url: changedUrl });
        grafana.change(source.uid, { jsonData: {} });
        return HttpResponse.error();
      }),
      ...grafana.handlers
    );
    const filled = inside.fill({ ...request, dataSource: grafana.source(source.uid) });
    await expect(filled).rejects.toMatchObject({ code: 'unreachable' });
  });

  it.each<[string, Endpoint | undefined, string]>([
    ['is as before', LOKI, ''],
    ['was deleted', undefined, 'was deleted'],
    ['was replaced', { ...LOKI, createdAt: '2026-01-01T00:00:00Z' }, 'was replaced'],
  ])('say what became of the endpoint meanwhile: it %s', async (_, now, told) => {
    const grafana = new FakeGrafana(source);
    server.use(
      now
        ? answers('GET /endpoints/:name', { endpoint: now })
        : fails('GET /endpoints/:name', 404, { code: 'azure_not_found', message: 'Gone.' }),
      ...grafana.handlers
    );
    const { endpointChanged } = await inside.fill({ ...request, dataSource: grafana.source(source.uid) });
    expect(endpointChanged?.message ?? '').toContain(told);
    expect(endpointChanged === undefined).toBe(told === '');
  });

  it('are taken for unchanged when the answer got lost and the change is not there', async () => {
    const grafana = new FakeGrafana(source);
    server.use(
      http.put('*/api/datasources/uid/:uid', () => HttpResponse.error()),
      ...grafana.handlers
    );
    await expect(inside.fill({ ...request, dataSource: grafana.source(source.uid) })).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  describe('whose creation got no answer', () => {
    const wanted = {
      endpoint: LOKI,
      type: 'loki',
      name: 'New',
      host: 'new.example',
      port: '3100',
      scheme: 'http',
    } as const;
    const made = { uid: 'made', name: 'New', type: 'loki', url: changedUrl, version: 1 };
    it.each<[string, Partial<DataSource>, boolean]>([
      ['are found when they are there', {}, true],
      ['are not taken for created when someone else made them', { url: 'http://other:3100' }, false],
      ['are not taken for created when they are of another type', { type: 'prometheus' }, false],
      ['are not taken for created when they are older', { version: 2 }, false],
      ['are not taken for created when they are not there', { name: 'Old' }, false],
    ])('%s', async (_, fields, isFound) => {
      const grafana = new FakeGrafana({ ...made, ...fields });
      server.use(
        http.post('*/api/datasources', () => HttpResponse.error()),
        ...grafana.handlers
      );
      const created = inside.create(wanted);
      await (isFound
        ? expect(created).resolves.toMatchObject({ dataSource: { uid: 'made' } })
        : expect(created).rejects.toMatchObject({ code: 'unreachable' }));
      expect(grafana.written).toEqual([]);
    });

    it('are refused at once when Grafana says why', async () => {
      const grafana = new FakeGrafana({ ...made, url: 'http://other' });
      server.use(...grafana.handlers);
      await expect(inside.create(wanted)).rejects.toMatchObject({ code: 'datasource_exists' });
      expect(grafana.count('LIST')).toBe(0);
    });
  });

  it.each([409, 412])('are taken for changed by someone else on status %s', async (status) => {
    const grafana = new FakeGrafana(source);
    server.use(
      http.put('*/api/datasources/uid/:uid', () => HttpResponse.json({ message: 'Precondition' }, { status })),
      ...grafana.handlers
    );
    await expect(inside.fill({ ...request, dataSource: grafana.source(source.uid) })).rejects.toMatchObject({
      code: 'datasource_conflict',
    });
  });

  it('hide passwords in what Grafana says', async () => {
    server.use(
      http.put('*/api/datasources/uid/:uid', () =>
        HttpResponse.json({ message: 'parse "http://kim:se/cret@db:5432": bad port' }, { status: 400 })
      )
    );
    const refused = await inside.fill(request).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(refused)).not.toContain('cret');
    server.use(
      http.get('*/health', () =>
        HttpResponse.json({ status: 'ERROR', message: 'dial kim:p@ss/w@db:5432: no route' }, { status: 400 })
      )
    );
    await expect(inside.health('a')).resolves.toMatchObject({ message: 'dial kim:…@db:5432: no route' });
  });

  it.each<[string, object, object]>([
    ['loki', { port: '3100', scheme: 'http' }, { port: 3100, scheme: 'http' }],
    ['loki', { port: '', scheme: 'https' }, { scheme: 'https' }],
    ['mysql', { port: '3306', scheme: 'https' }, { port: 3306 }],
    ['grafana-clickhouse-datasource', { port: '', scheme: 'https' }, { scheme: 'https' }],
  ])('of the other Grafana are created by naming the host: %s %j', async (type, input, body) => {
    server.use(answers('POST /datasources', { dataSource: source, unsafeNumbers: [] }));
    const endpoint = sampleEndpoint({ name: 'shop' });
    const asked = { endpoint, type, name: ' New ', host: 'h.contoso.com', port: '', scheme: 'http' as const };
    await dataSourcesAt('remote').create({ ...asked, ...input });
    expect(JSON.parse(requestsSeen().at(-1)?.body ?? '')).toEqual({
      type,
      name: 'New',
      endpoint: 'shop',
      createdAt: endpoint.createdAt,
      host: 'h.contoso.com',
      ...body,
    });
  });

  describe('without a backend', () => {
    const unavailable = { message: 'Plugin unavailable', messageId: 'plugin.unavailable' };
    const reloaded = jest.fn();
    const frontEnd = (api: Partial<DataSourceApi>) => {
      server.use(http.get('*/health', () => HttpResponse.json(unavailable, { status: 500 })));
      const service: Partial<DataSourceSrv> = { reload: reloaded, get: async () => api as DataSourceApi };
      setDataSourceSrv(service as DataSourceSrv);
    };

    it('are asked by their own front end, with the address as it is now', async () => {
      frontEnd({ testDatasource: async () => ({ status: 'success', message: 'Alertmanager answers.' }) });
      await expect(inside.health('a')).resolves.toMatchObject({ status: 'ok', message: 'Alertmanager answers.' });
      expect(reloaded).toHaveBeenCalled();
    });

    it('say why they fail', async () => {
      frontEnd({ testDatasource: () => Promise.reject(new Error('dial tcp: no such host')) });
      await expect(inside.health('a')).resolves.toMatchObject({ status: 'error', message: 'dial tcp: no such host' });
    });

    it('have no check where the front end would only ask the backend', async () => {
      const api = { testDatasource: jest.fn(), callHealthCheck: jest.fn() };
      frontEnd(api);
      await expect(inside.health('a')).resolves.toMatchObject({ status: 'missing' });
      expect(api.testDatasource).not.toHaveBeenCalled();
    });
  });

  it('tell by a query what the check of Loki keeps to itself', async () => {
    const silent = 'Unable to connect with Loki. Please check the server logs for more details.';
    const asked = jest.fn();
    server.use(
      http.get('*/health', () => HttpResponse.json({ status: 'ERROR', message: silent }, { status: 400 })),
      http.post('*/api/ds/query', async ({ request: sent }) => {
        asked(await sent.json());
        return HttpResponse.json({ results: { A: { error: 'tls: unknown authority', status: 500 } } }, { status: 400 });
      })
    );
    await expect(inside.health('a')).resolves.toEqual({
      status: 'error',
      message: silent,
      raw: `${silent}\ntls: unknown authority`,
    });
    expect(asked).toHaveBeenCalledTimes(1);
    server.use(http.post('*/api/ds/query', () => HttpResponse.error()));
    await expect(inside.health('a')).resolves.toMatchObject({ status: 'error', raw: silent });
  });

  it('tell a refusal to check from a failing check', async () => {
    server.use(http.get('*/health', () => HttpResponse.json({ message: 'Permissions needed' }, { status: 403 })));
    await expect(inside.health('a')).rejects.toMatchObject({ code: 'grafana_forbidden' });
  });
});

describe("of the workspace's Grafana", () => {
  const remote = dataSourcesAt('remote');
  const written = { ...source, url: changedUrl, version: 5 };
  const sent = () => requestsSeen().map(({ path, body }) => [path.split('/resources')[1], JSON.parse(body) as unknown]);

  it('are changed by naming endpoint, version and host, and nothing else', async () => {
    server.use(answers('POST /datasources/:uid/fill', { dataSource: written, unsafeNumbers: [], receipt: 'sealed' }));
    const { receipt } = await remote.fill(request);
    const body = { endpoint: 'loki', createdAt: LOKI.createdAt, version: 4, host: 'new.example' };
    expect(sent()).toEqual([['/datasources/a%20b%2Fc/fill', body]]);
    expect(receipt).toMatchObject({ sealed: 'sealed', version: 5, ...authorities });
  });

  it('are changed, and the endpoint was replaced meanwhile', async () => {
    const endpointChanged = { code: 'endpoint_changed', message: 'It was deleted.' };
    server.use(answers('POST /datasources/:uid/fill', { dataSource: written, unsafeNumbers: [], endpointChanged }));
    await expect(remote.fill(request)).resolves.toMatchObject({ endpointChanged });
  });

  it('are changed back by what the backend sealed alone', async () => {
    server.use(answers('POST /datasources/:uid/undo', { dataSource: source, unsafeNumbers: [] }));
    await remote.undo({ uid: 'a', name: '', ...authorities, version: 5, at: 0, sealed: 's' });
    expect(sent()).toEqual([['/datasources/a/undo', { receipt: 's' }]]);
  });

  it('hand on why they could not be changed', async () => {
    server.use(fails('POST /datasources/:uid/fill', 409, { code: 'datasource_conflict', message: 'Someone else.' }));
    await expect(remote.fill(request)).rejects.toMatchObject({ code: 'datasource_conflict' });
  });

  it('keep all texts of a health check', async () => {
    server.use(
      answers('POST /datasources/:uid/health', {
        status: 'error',
        message: 'It failed.',
        messageId: '',
        details: { verboseMessage: 'dial tcp: i/o timeout' },
        httpStatus: 400,
        reachedFrom: 'workspace',
      })
    );
    const health = await remote.health('a');
    expect(health).toMatchObject({ status: 'error', message: 'It failed.' });
    expect(health.raw).toContain('dial tcp: i/o timeout');
  });
});
