import { type Body, type TriedGrafana } from './underTest/triedGrafana';

/** What every Grafana does: the text says what is expected, and the code tries it. */
type DataSourceCases = Record<string, (grafana: TriedGrafana) => Promise<void>>;

const message = (words: string) => expect.stringContaining(words);
const refused = (action: string) => ({ status: 403, body: { message: message(`Permissions needed: ${action}`) } });
const conflict = { status: 409, body: { message: message('Datasource has already been updated by someone else') } };
const secret = 'not-for-anybody';
const withSecret = { basicAuth: true, basicAuthUser: 'grafana', secureJsonData: { basicAuthPassword: secret } };
const odd = { httpMethod: 'POST', nothing: null, list: [1, { deep: true }], ratio: 0.25, empty: '', headers: {} };

const reading: DataSourceCases = {
  'lists data sources without version and without the names of secrets': async (grafana) => {
    const { uid, name } = await grafana.add({ ...withSecret, jsonData: odd });
    const { status, text, sources } = await grafana.list();
    expect(status).toBe(200);
    expect(text).not.toContain(secret);
    const listed = sources.find((source) => source.uid === uid);
    expect(listed).toMatchObject({ uid, name, type: 'prometheus', access: 'proxy', readOnly: false, jsonData: odd });
    expect(listed).toMatchObject({ url: 'http://metrics.contoso.com:9090', typeName: 'Prometheus' });
    expect(Object.keys(listed ?? {})).not.toEqual(expect.arrayContaining(['version']));
    expect(Object.keys(listed ?? {})).not.toEqual(expect.arrayContaining(['secureJsonFields']));
  },
  'tells one by its uid, with its version and which secrets it has': async (grafana) => {
    const { uid } = await grafana.add({ ...withSecret, jsonData: odd });
    const told = await grafana.read(uid);
    expect(told.text).not.toContain(secret);
    expect(told).toMatchObject({ status: 200, body: { uid, version: 1, readOnly: false, jsonData: odd } });
    expect(told.body).toMatchObject({ basicAuthUser: 'grafana', withCredentials: false });
    expect(told.body.secureJsonFields).toEqual({ basicAuthPassword: true });
  },
  'tells an admin and a viewer what they may do with it': async (grafana) => {
    const { uid } = await grafana.add();
    const admin = (await grafana.read(uid)).body.accessControl;
    expect(admin).toMatchObject({ 'datasources:write': true, 'datasources:delete': true });
    const viewer = (await grafana.read(uid, 'viewer')).body.accessControl;
    expect(viewer).toMatchObject({ 'datasources:read': true, 'datasources:query': true });
    expect(viewer).not.toHaveProperty(['datasources:write']);
  },
  'knows no data source by another uid': async (grafana) => {
    const missing = { status: 404, body: { message: 'Data source not found' } };
    expect(await grafana.read('api-case-none')).toMatchObject(missing);
    expect(await grafana.write('api-case-none', grafana.fresh())).toMatchObject(missing);
    expect(await grafana.remove('api-case-none')).toMatchObject(missing);
  },
};

const creating: DataSourceCases = {
  'answers a new data source as it is stored, and never its secrets': async (grafana) => {
    const fresh = grafana.fresh(withSecret);
    const told = await grafana.create(fresh);
    expect(told.text).not.toContain(secret);
    expect(told).toMatchObject({ status: 200, body: { message: 'Datasource added', name: fresh.name } });
    expect(told.body.datasource).toMatchObject({ uid: fresh.uid, version: 1, url: fresh.url });
  },
  'makes up a uid where none is given': async (grafana) => {
    const fresh = grafana.fresh({ uid: undefined });
    const { uid } = (await grafana.create(fresh)).body.datasource as Body;
    expect(uid).toMatch(/^[\w-]{8,40}$/);
    expect((await grafana.remove(uid)).status).toBe(200);
  },
  'refuses a name or uid that is taken': async (grafana) => {
    const { uid, name } = await grafana.add();
    expect(await grafana.create(grafana.fresh({ name }))).toMatchObject({ status: 409 });
    expect(await grafana.create({ ...grafana.fresh(), uid })).toMatchObject({ status: 409 });
  },
  'refuses what has no type or no access, an odd uid, and an address that the type can’t have': async (grafana) => {
    const bad = { status: 400, body: { message: 'bad request data' } };
    expect(await grafana.create(grafana.fresh({ type: undefined }))).toMatchObject(bad);
    expect(await grafana.create(grafana.fresh({ access: undefined }))).toMatchObject(bad);
    const oddUid = { status: 400, body: { messageId: 'datasource.uidInvalid', message: 'Invalid datasource UID.' } };
    expect(await grafana.create(grafana.fresh({ uid: 'a/b' }))).toMatchObject(oddUid);
    expect(await grafana.create(grafana.fresh({ uid: 'a'.repeat(41) }))).toMatchObject(oddUid);
    const invalid = { status: 400, body: { message: 'Validation error, invalid URL' } };
    expect(await grafana.create(grafana.fresh({ url: 'http://a b/%zz' }))).toMatchObject(invalid);
    expect(await grafana.create(grafana.fresh({ type: 'mssql', url: 'a:b:1433' }))).toMatchObject(invalid);
  },
  'takes a body that says it is JSON, and no other': async (grafana) => {
    const fresh = grafana.fresh();
    const bad = { status: 400, body: { message: 'bad request data' } };
    expect(await grafana.createAs('application/x-www-form-urlencoded;charset=UTF-8', fresh)).toMatchObject(bad);
    expect(await grafana.createAs('text/plain', fresh)).toMatchObject(bad);
    expect(await grafana.read(fresh.uid)).toMatchObject({ status: 404 });
    expect(await grafana.createAs('application/json; charset=utf-8', fresh)).toMatchObject({ status: 200 });
  },
  'takes an empty address for a start, and names it after its type where it has no name': async (grafana) => {
    const { uid } = grafana.fresh();
    const told = await grafana.create({ uid, type: 'grafana-testdata-datasource', access: 'proxy' });
    expect(told).toMatchObject({ status: 200, body: { name: 'grafana-testdata-datasource' } });
    expect((await grafana.add({ url: '' })).url).toBe('');
  },
};

const writing: DataSourceCases = {
  'writes with the version that was read, and counts it on': async (grafana) => {
    const before = await grafana.add({ jsonData: odd });
    const told = await grafana.write(before.uid, { ...before, url: 'https://new.contoso.com' });
    expect(told).toMatchObject({ status: 200, body: { message: 'Datasource updated' } });
    expect(told.body.datasource).toMatchObject({ url: 'https://new.contoso.com', version: 2 });
    expect((await grafana.read(before.uid)).body).toEqual({ ...before, url: 'https://new.contoso.com', version: 2 });
  },
  'refuses a version that someone else wrote over': async (grafana) => {
    const before = await grafana.add();
    expect(await grafana.write(before.uid, { ...before, url: 'http://first.contoso.com' })).toMatchObject({
      status: 200,
    });
    expect(await grafana.write(before.uid, { ...before, url: 'http://late.contoso.com' })).toMatchObject(conflict);
    expect((await grafana.read(before.uid)).body).toMatchObject({ url: 'http://first.contoso.com', version: 2 });
  },
  'overwrites without a version, and counts from 1 again': async (grafana) => {
    const { version, ...before } = await grafana.add();
    expect(version).toBe(1);
    await grafana.write(before.uid, { ...before, version, url: 'http://first.contoso.com' });
    expect(await grafana.write(before.uid, before)).toMatchObject({ status: 200 });
    expect((await grafana.read(before.uid)).body).toMatchObject({ url: before.url, version: 1 });
  },
  'keeps secrets that a write leaves out, and replaces only what it names': async (grafana) => {
    const before = await grafana.add({ secureJsonData: { basicAuthPassword: secret, httpHeaderValue1: 'a' } });
    await grafana.write(before.uid, before);
    const both = { basicAuthPassword: true, httpHeaderValue1: true };
    expect((await grafana.read(before.uid)).body).toMatchObject({ version: 2, secureJsonFields: both });
    const told = await grafana.write(before.uid, { ...before, version: 2, secureJsonData: { tlsCACert: secret } });
    expect(told.text).not.toContain(secret);
    expect((await grafana.read(before.uid)).body.secureJsonFields).toEqual({ ...both, tlsCACert: true });
    await grafana.write(before.uid, { ...before, version: 3, secureJsonData: { tlsCACert: '' } });
    expect((await grafana.read(before.uid)).body.secureJsonFields).toEqual(both);
  },
  'loses the jsonData that a write leaves out': async (grafana) => {
    const before = await grafana.add({ jsonData: odd });
    expect(await grafana.write(before.uid, { ...before, jsonData: undefined })).toMatchObject({ status: 200 });
    expect((await grafana.read(before.uid)).body.jsonData).toEqual({});
  },
  'keeps the address that a write leaves empty, where the type needs none': async (grafana) => {
    const before = await grafana.add({ type: 'grafana-testdata-datasource', url: 'http://a.contoso.com' });
    expect(await grafana.write(before.uid, { ...before, url: '' })).toMatchObject({ status: 200 });
    expect((await grafana.read(before.uid)).body.url).toBe('http://a.contoso.com');
  },
  'refuses a write with another one’s name, and an address that the type can’t have': async (grafana) => {
    const other = await grafana.add();
    const before = await grafana.add();
    expect(await grafana.write(before.uid, { ...before, name: other.name })).toMatchObject({ status: 409 });
    expect(await grafana.write(before.uid, { ...before, url: '' })).toMatchObject({ status: 400 });
    expect((await grafana.read(before.uid)).body).toEqual(before);
  },
  'writes without a uid in the body, and not with another one': async (grafana) => {
    const before = await grafana.add();
    expect(await grafana.write(before.uid, { ...before, uid: undefined })).toMatchObject({ status: 200 });
    const other = { ...before, version: 2, uid: 'api-case-other' };
    expect(await grafana.write(before.uid, other)).toMatchObject({
      status: 500,
      body: { message: 'Failed to update datasource' },
    });
    expect((await grafana.read(before.uid)).body).toEqual({ ...before, version: 2 });
  },
  'refuses to change or to delete what is provisioned': async (grafana) => {
    const provisioned = (await grafana.list()).sources.find((source) => source.readOnly === true);
    if (!provisioned) {
      throw new Error('This Grafana needs a provisioned data source: provisioning/datasources has one.');
    }
    const { body: before } = await grafana.read(provisioned.uid);
    const told = await grafana.write(before.uid, { ...before, url: 'https://changed.contoso.com' });
    expect(told).toMatchObject({ status: 403, body: { message: 'Cannot update read-only data source' } });
    expect(await grafana.remove(before.uid)).toMatchObject({
      status: 403,
      body: { message: 'Cannot delete read-only data source' },
    });
    expect((await grafana.read(before.uid)).body).toEqual(before);
  },
  'deletes a data source for good': async (grafana) => {
    const { uid } = await grafana.add();
    expect(await grafana.remove(uid)).toMatchObject({ status: 200, body: { message: 'Data source deleted' } });
    expect(await grafana.read(uid)).toMatchObject({ status: 404 });
  },
};

const health: DataSourceCases = {
  'answers 200 where health is good': async (grafana) => {
    const { uid } = await grafana.addAnswering();
    expect(await grafana.health(uid)).toMatchObject({ status: 200, body: { status: 'OK' } });
  },
  'answers 400 with the same shape and Go’s own text where it isn’t': async (grafana) => {
    const { uid } = await grafana.add({ url: 'http://nowhere.invalid:9090' });
    expect(await grafana.health(uid)).toMatchObject({
      status: 400,
      body: { status: 'ERROR', message: message('dial tcp: lookup nowhere.invalid') },
    });
  },
  'says no more than that Loki could not be reached, and Elasticsearch neither': async (grafana) => {
    const loki = await grafana.add({ type: 'loki', url: 'http://nowhere.invalid:3100' });
    const hidden = 'Unable to connect with Loki. Please check the server logs for more details.';
    expect(await grafana.health(loki.uid)).toMatchObject({ status: 400, body: { status: 'ERROR', message: hidden } });
    const jsonData = { index: 'logs', timeField: '@timestamp' };
    const search = await grafana.add({ type: 'elasticsearch', url: 'http://nowhere.invalid:9200', jsonData });
    expect(await grafana.health(search.uid)).toMatchObject({
      status: 400,
      body: { status: 'ERROR', message: 'Health check failed: Failed to connect to Elasticsearch' },
    });
  },
  'tells by a query what the health of those two leaves out': async (grafana) => {
    const loki = await grafana.add({ type: 'loki', url: 'http://nowhere.invalid:3100' });
    const expr = { expr: 'vector(1)+vector(1)', queryType: 'instant' };
    const reason = { error: message('dial tcp: lookup nowhere.invalid'), status: 500 };
    expect(await grafana.query(loki, expr)).toMatchObject({ status: 400, body: { results: { A: reason } } });
    const jsonData = { index: 'logs', timeField: '@timestamp' };
    const search = await grafana.add({ type: 'elasticsearch', url: 'http://nowhere.invalid:9200', jsonData });
    const raw = { metrics: [{ type: 'raw_document', id: '1', settings: { size: '1' } }], bucketAggs: [] };
    expect(await grafana.query(search, raw)).toMatchObject({ status: 400, body: { results: { A: reason } } });
    expect(await grafana.query({ uid: 'api-case-none' }, expr)).toMatchObject({ status: 404 });
  },
  'tells an admin why a database could not be reached': async (grafana) => {
    const jsonData = { database: 'orders', sslmode: 'disable' };
    const type = 'grafana-postgresql-datasource';
    const { uid } = await grafana.add({ type, url: 'nowhere.invalid:5432', user: 'grafana', jsonData });
    const reason = message('lookup nowhere.invalid');
    expect(await grafana.health(uid)).toMatchObject({
      status: 400,
      body: { status: 'ERROR', message: message('no such host'), details: { verboseMessage: reason } },
    });
  },
  'has no health where the type has no backend or no plugin, and where there is no data source': async (grafana) => {
    const { uid } = await grafana.add({ type: 'alertmanager', url: 'http://alerts.contoso.com:9093' });
    expect(await grafana.health(uid)).toMatchObject({ status: 500, body: { messageId: 'plugin.unavailable' } });
    const unknown = await grafana.add({ type: 'api-case-datasource', url: 'http://a.contoso.com' });
    expect(await grafana.health(unknown.uid)).toMatchObject({
      status: 404,
      body: { messageId: 'plugin.notRegistered', message: 'Plugin not registered' },
    });
    expect(await grafana.health('api-case-none')).toMatchObject({
      status: 500,
      body: { message: message('Unable to load datasource metadata') },
    });
  },
  'looks at the record of some seconds ago, unless it is told not to': async (grafana) => {
    const before = await grafana.addAnswering();
    expect(await grafana.health(before.uid, 'cached')).toMatchObject({ status: 200 });
    const broken = { ...before, type: 'prometheus', url: 'http://nowhere.invalid:9090' };
    expect(await grafana.write(before.uid, broken)).toMatchObject({ status: 200 });
    expect(await grafana.health(before.uid, 'cached')).toMatchObject({ status: 200 });
    expect(await grafana.health(before.uid)).toMatchObject({ status: 400 });
  },
};

const rights: DataSourceCases = {
  'lets viewers read, and change nothing': async (grafana) => {
    const before = await grafana.add();
    expect((await grafana.list('viewer')).sources.map(({ uid }) => uid)).toContain(before.uid);
    expect(await grafana.read(before.uid, 'viewer')).toMatchObject({ status: 200, body: { url: before.url } });
    expect(await grafana.create(grafana.fresh(), 'viewer')).toMatchObject(refused('datasources:create'));
    expect(await grafana.write(before.uid, before, 'viewer')).toMatchObject(refused('datasources:write'));
    expect(await grafana.remove(before.uid, 'viewer')).toMatchObject(refused('datasources:delete'));
    expect((await grafana.read(before.uid)).body).toEqual(before);
  },
  'knows nobody by wrong credentials': async (grafana) => {
    const before = await grafana.add();
    expect((await grafana.list('stranger')).status).toBe(401);
    expect((await grafana.read(before.uid, 'stranger')).status).toBe(401);
    expect((await grafana.write(before.uid, before, 'stranger')).status).toBe(401);
  },
};

const dependents: DataSourceCases = {
  'lists dashboards, tells one by its uid, and lists alert rules by folder and group': async (grafana) => {
    const { status, body } = await grafana.dashboards();
    expect(status).toBe(200);
    expect(body).toBeInstanceOf(Array);
    for (const { uid } of (body as unknown as Body[]).slice(0, 3)) {
      expect(await grafana.dashboard(uid)).toMatchObject({ status: 200, body: { dashboard: { uid } } });
    }
    expect(await grafana.dashboard('api-case-none')).toMatchObject({ status: 404 });
    const rules = await grafana.alertRules();
    expect(rules.status).toBe(200);
    for (const group of Object.values(rules.body).flat() as Body[]) {
      expect(group.rules).toBeInstanceOf(Array);
    }
  },
  'tells nobody of them by wrong credentials': async (grafana) => {
    expect(await grafana.dashboards('stranger')).toMatchObject({ status: 401 });
    expect(await grafana.alertRules('stranger')).toMatchObject({ status: 401 });
  },
};

/** What the product relies on in Grafana's API of data sources and of what uses them. */
export const dataSourceCases = Object.entries({
  ...reading,
  ...creating,
  ...writing,
  ...health,
  ...rights,
  ...dependents,
});
