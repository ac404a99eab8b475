import fc from 'fast-check';
import { parse } from 'yaml';
import { nastyText } from '../../test/arbitrary/exportInput';
import { readHcl } from '../../test/arbitrary/readHcl';
import { type DataSource } from '../address/dataSource';
import { type JsonObject, type JsonValue } from '../json';
import { type DataSourceFormat, exportDataSources } from './exportDataSources';

const code = (format: DataSourceFormat, ...sources: DataSource[]) =>
  exportDataSources(
    format,
    sources.map((dataSource) => ({ name: dataSource.name, dataSource, failure: '', hasUnsafeNumbers: false }))
  ).code;

const source = (fields: JsonObject = {}): DataSource => ({
  uid: 'cluster-logs',
  name: 'Cluster logs',
  type: 'loki',
  url: 'https://loki.obs.contoso.com',
  access: 'proxy',
  ...fields,
});

/** What Grafana makes of a provisioning file: $NAME is a variable, $$ a plain $. */
function provisioned(text: string, environment: Record<string, string> = {}): JsonObject[] {
  const expand = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') {
      return value
        .split('$$')
        .map((part) => part.replace(/\$\{?(\w+)\}?/g, (_, name: string) => environment[name] ?? ''))
        .join('$');
    }
    if (Array.isArray(value)) {
      return value.map(expand);
    }
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner)]))
      : value;
  };
  return (expand(parse(text)) as { datasources: JsonObject[] }).datasources;
}

interface Read {
  import: Array<{ to: string; id: string }>;
  resource: { grafana_data_source: Record<string, Array<Record<string, unknown>>> };
  variable?: Record<string, unknown>;
}
const terraform = async (...sources: DataSource[]) => (await readHcl(code('terraform', ...sources))) as Read;

it('writes a provisioning file with an environment variable for each secret', () => {
  const loki = source({
    basicAuth: true,
    basicAuthUser: 'grafana',
    isDefault: false,
    jsonData: { maxLines: 1000, derived: [{ name: 'a', on: true }, []], none: {}, y: null },
    secureJsonFields: { basicAuthPassword: true, tlsClientKey: false },
    version: 3,
    id: 7,
    typeLogoUrl: 'x',
  });
  expect(code('provisioning', loki))
    .toBe(`# Set these environment variables for Grafana. Grafana removes a secret whose variable is not set:
# CLUSTER_LOGS_BASIC_AUTH_PASSWORD
apiVersion: 1
datasources:
  - name: "Cluster logs"
    type: "loki"
    uid: "cluster-logs"
    access: "proxy"
    url: "https://loki.obs.contoso.com"
    basicAuth: true
    basicAuthUser: "grafana"
    jsonData:
      maxLines: 1000
      derived:
        - name: "a"
          "on": true
        - []
      none: {}
      "y": null
    secureJsonData:
      basicAuthPassword: $CLUSTER_LOGS_BASIC_AUTH_PASSWORD
`);
});

it('writes Terraform that imports it and leaves its secrets alone', () => {
  expect(code('terraform', source({ jsonData: { maxLines: 1000 }, secureJsonFields: { basicAuthPassword: true } })))
    .toBe(`# Needs Terraform 1.5 or newer, or OpenTofu, with grafana/grafana.
# The plan imports what exists. Stored secrets stay in Grafana.

import {
  to = grafana_data_source.cluster_logs
  id = "cluster-logs"
}

# Secrets in Grafana: basicAuthPassword
resource "grafana_data_source" "cluster_logs" {
  name = "Cluster logs"
  type = "loki"
  uid  = "cluster-logs"
  url  = "https://loki.obs.contoso.com"
  json_data_encoded = jsonencode({
    maxLines = 1000
  })
}
`);
});

const text = fc
  .oneof(nastyText, fc.string({ unit: 'binary', maxLength: 8 }))
  .filter((value) => value === value.normalize('NFC'));
const json: fc.Arbitrary<JsonObject> = fc
  .jsonValue({ depthSize: 'small', stringUnit: 'grapheme' })
  // JSON keeps no sign of a zero.
  .map((value): JsonObject => ({ value: JSON.parse(JSON.stringify(value)) as JsonValue, text: '$HOME ${x} $$ %{y}' }));

it('real parsers read everything back that is no secret, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, json, async (name, user, jsonData) => {
      // Terraform writes all text in this form.
      fc.pre(JSON.stringify(jsonData) === JSON.stringify(jsonData).normalize('NFC'));
      const one = source({ name, user, jsonData });
      fc.pre(name !== '' && !code('provisioning', one).startsWith('#'));
      expect(provisioned(code('provisioning', one))).toEqual([
        { ...JSON.parse(JSON.stringify(one)), ...(user === '' && { user: undefined }) },
      ]);
      const { resource } = await terraform(one);
      const [block] = Object.values(resource.grafana_data_source)[0] ?? [];
      expect(block).toMatchObject({ name, uid: 'cluster-logs', ...(user !== '' && { username: user }) });
      expect(String(block?.['json_data_encoded'])).toMatch(/^\$\{jsonencode\(/);
      const [, argument] = /jsonencode\(([^]*)\)\n\}\n/.exec(code('terraform', one)) ?? [];
      expect(await readHcl(`locals {\nx = ${argument}\n}`)).toEqual({ locals: [{ x: jsonData }] });
    }),
    { numRuns: 100 }
  );
});

it('writes no secret that stands in plain, and has it supplied instead', async () => {
  const leaky = source({
    url: 'https://kim:hunter2@loki.obs.contoso.com',
    jsonData: { apiKey: 'hunter3', deep: [{ password: 'hunter4' }], header: 'Authorization: Bearer hunter5hunter5' },
  });
  for (const format of ['provisioning', 'terraform'] as const) {
    expect(code(format, leaky)).not.toMatch(/hunter/);
  }
  const names = ['URL', 'API_KEY', 'DEEP_0_PASSWORD', 'HEADER'].map((name) => `CLUSTER_LOGS_${name}`);
  const environment = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
  expect(provisioned(code('provisioning', leaky), environment)).toEqual([
    {
      ...leaky,
      url: 'value of CLUSTER_LOGS_URL',
      jsonData: {
        apiKey: 'value of CLUSTER_LOGS_API_KEY',
        deep: [{ password: 'value of CLUSTER_LOGS_DEEP_0_PASSWORD' }],
        header: 'value of CLUSTER_LOGS_HEADER',
      },
    },
  ]);
  const { variable, resource } = await terraform(leaky);
  expect(Object.keys(variable ?? {}).map((name) => name.toUpperCase())).toEqual([...names].sort());
  expect(resource.grafana_data_source.cluster_logs?.[0]?.url).toBe('${var.cluster_logs_url}');
});

it.each(['https://kim:***@h', '[hidden]', 'kim:…@h', 'h;password=***'])('takes %s for what the backend hid', (url) => {
  expect(code('provisioning', source({ url }))).toContain('url: $CLUSTER_LOGS_URL\n');
});

it.each([
  ['x-datasource', { url: 'db;password=abc' }, 'url: $CLUSTER_LOGS_URL'],
  ['grafana-clickhouse-datasource', { jsonData: { host: 'db;password=abc' } }, 'host: $CLUSTER_LOGS_HOST'],
  ['grafana-clickhouse-datasource', { jsonData: { server: 'db;password=abc' } }, 'server: $CLUSTER_LOGS_SERVER'],
  ['loki', { jsonData: { sign: ':@' } }, 'sign: ":@"'],
  ['loki', { jsonData: { apiKey: '' } }, 'apiKey: ""'],
])('of %s, writes %j as %s', (type, fields, expected) => {
  expect(code('provisioning', source({ type, ...fields }))).toContain(`${expected}\n`);
});

it('writes all settings that are set', () => {
  const all = {
    ...{ orgId: 2, access: 'direct', user: 'u', database: 'db', basicAuth: true, basicAuthUser: 'b' },
    ...{ withCredentials: true, isDefault: true },
  };
  expect(provisioned(code('provisioning', source(all)))).toEqual([source(all)]);
  const none = source({ user: null, database: null, jsonData: 'odd', secureJsonFields: null });
  expect(provisioned(code('provisioning', none))).toEqual([source()]);
  const headers = {
    httpHeaderName1: 'A',
    httpHeaderName2: 'B',
    httpHeaderName3: 3,
    xhttpHeaderName1: 'x',
    httpHeaderName10: 'C',
  };
  const fields = { httpHeaderValue1: true, httpHeaderValue3: true, httpHeaderValue10: true, tls: true, b: true };
  const odd = source({ ...all, name: '9 lives', jsonData: headers, secureJsonFields: fields });
  expect(code('terraform', odd)).toBe(`# Needs Terraform 1.5 or newer, or OpenTofu, with grafana/grafana.
# The plan imports what exists. Stored secrets stay in Grafana.
# The variables have to be set to what is stored now: their values are not shown here, and would be changed.

variable "ds_9_lives_http_header_value1" {
  type      = string
  sensitive = true
}

variable "ds_9_lives_http_header_value10" {
  type      = string
  sensitive = true
}

import {
  to = grafana_data_source.data_source_9_lives
  id = "cluster-logs"
}

# Secrets in Grafana: tls, b
# The provider turns "With credentials" off at the first change.
resource "grafana_data_source" "data_source_9_lives" {
  name                = "9 lives"
  type                = "loki"
  uid                 = "cluster-logs"
  access_mode         = "direct"
  url                 = "https://loki.obs.contoso.com"
  database_name       = "db"
  username            = "u"
  basic_auth_enabled  = true
  basic_auth_username = "b"
  is_default          = true
  http_headers = {
    A = var.ds_9_lives_http_header_value1
    C = var.ds_9_lives_http_header_value10
  }
  json_data_encoded = jsonencode({
    xhttpHeaderName1 = "x"
  })
}
`);
});

it('writes nothing that isn’t set', () => {
  const [, bare] = code('terraform', { uid: 'u', name: 'Test', type: 'testdata' }).split('id = "u"\n}\n\n');
  expect(bare).toBe(`resource "grafana_data_source" "test" {
  name = "Test"
  type = "testdata"
  uid  = "u"
}
`);
});

it('names a resource of Terraform by its data source, or else by the uid', () => {
  const text = code('terraform', source({ name: 'ж', uid: 'n1' }), source({ name: 'Loki', uid: 'n2' }));
  expect([...text.matchAll(/^resource "grafana_data_source" "(.*)"/gm)].map(([, label]) => label)).toEqual([
    ...['n1', 'loki'],
  ]);
});

it('gives no two secrets one name', () => {
  const text = code(
    'provisioning',
    source({ name: 'a', secureJsonFields: { bC: true, b_c: true } }),
    source({ name: 'a - b', secureJsonFields: { c: true } }),
    source({ name: 'A', secureJsonFields: { bC: true } }),
    source({ name: 'ж', uid: '9', secureJsonFields: { c: true } })
  );
  const names = [...text.matchAll(/: \$(\w+)/g)].map(([, name]) => name);
  expect(names).toEqual(['A_B_C', 'A_B_C_2', 'A_B_C_3', 'A_2_B_C', 'DS_9_C']);
});

it('writes headers as the provider wants them, with a variable for the value of each', async () => {
  const withHeader = source({
    jsonData: { httpHeaderName1: 'X-Scope-OrgID', teamHttpHeaders: {}, a: 1 },
    secureJsonFields: { httpHeaderValue1: true },
  });
  expect(code('terraform', withHeader)).not.toMatch(/httpHeaderName|teamHttpHeaders|httpHeaderValue/);
  const { resource, variable } = await terraform(withHeader);
  expect(Object.keys(variable ?? {})).toEqual(['cluster_logs_http_header_value1']);
  expect(resource.grafana_data_source.cluster_logs?.[0]).toMatchObject({
    http_headers: { 'X-Scope-OrgID': '${var.cluster_logs_http_header_value1}' },
  });
});

it('leaves out what code can’t have, and says why', () => {
  const sources = [
    { name: 'file', dataSource: source({ readOnly: true }), failure: '', hasUnsafeNumbers: false },
    { name: 'gone\n', dataSource: undefined, failure: 'It isn’t there.', hasUnsafeNumbers: false },
    { name: 'big', dataSource: source(), failure: '', hasUnsafeNumbers: true },
  ];
  expect(exportDataSources('terraform', sources).code).toBe('');
  const { code: text, leftOut } = exportDataSources('provisioning', [
    ...sources,
    { name: 'ok', dataSource: source(), failure: '', hasUnsafeNumbers: false },
  ]);
  expect(leftOut.map(({ name }) => name)).toEqual(['file', 'gone\n', 'big']);
  expect(text).toMatch(/^# Left out: file\. It’s provisioned from a file already\.\n# Left out: gone {1,2}\. /);
  expect(provisioned(text)).toHaveLength(1);
});
