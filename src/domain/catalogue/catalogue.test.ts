import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import actions from '../../../catalogue/actions.json';
import constants from '../../../catalogue/constants.json';
import types from '../../../catalogue/dataSourceTypes.json';
import codes from '../../../catalogue/errorCodes.json';
import linkServices from '../../../catalogue/linkServices.json';
import secrets from '../../../catalogue/secretNames.json';
import others from '../../../catalogue/services.json';
import kinds from '../../../catalogue/targetKinds.json';
import { type Right } from '../permissions';
import {
  catalogue,
  kindByKey,
  kindByType,
  kindLabel,
  kindOfTarget,
  serves,
  subResourceProblem,
  type TargetKind,
} from './catalogue';
import { type AddressKind, dataSourceType } from './dataSourceTypes';

const sub = '/subscriptions/5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25/resourceGroups/rg/providers';

const text = z.string().check(z.minLength(1));
const texts = z.array(text);
const port = z.optional(z.int().check(z.minimum(1), z.maximum(65_535)));
const apiVersion = z.string().check(z.regex(/^20\d\d-\d\d-\d\d$/));
const resourceType = z.string().check(z.regex(/^Microsoft\.\w+(\/\w+)+$/));

const kindSchema = z.strictObject({
  title: text,
  resourceType,
  otherTypes: z.optional(z.array(resourceType)),
  armKind: z.optional(text),
  apiVersion,
  cli: z.enum(['network', 'privateLinkService', 'rest']),
  approval: z.enum(['documented', 'probable']),
  listsSubResources: z.boolean(),
  subResources: z.array(z.strictObject({ groupId: text, title: text })),
  address: z.enum(['endpoint', 'service', 'none']),
  hosts: texts,
  hostProperties: texts,
  aliases: z.optional(text),
  port,
  tls: z.enum(['required', 'own']),
  dataSourceTypes: texts,
  prerequisites: z.array(z.strictObject({ text, certainty: z.enum(['documented', 'probable']) })),
  inHowTo: z.boolean(),
  byIdOnly: z.optional(z.literal(true)),
  source: text,
  checked: z.iso.date(),
}) satisfies z.ZodMiniType<Omit<TargetKind, 'key'>>;

const title = text;
const addressSchema = z.strictObject({
  title,
  field: z.string().check(z.regex(/^(url|jsonData\.\w+)$/)),
  legacyField: z.optional(text),
  only: z.optional(z.record(text, z.union([z.string(), z.number(), z.boolean()]))),
  shape: z.enum(['url', 'origin', 'hostPort', 'mssql', 'host', 'connectionString', 'redis', 'broker']),
  suffix: z.optional(z.string().check(z.startsWith('.'))),
  alsoIn: z.optional(text),
  port,
  tlsPort: port,
  portBeside: z.optional(z.strictObject({ plain: z.int(), tls: z.int() })),
  tls: z.enum([
    'scheme',
    'options',
    'sslmode',
    'certificates',
    'tlsAuth',
    'encrypt',
    'secure',
    'tlsDisabled',
    'always',
    'unknown',
  ]),
  pasteOnly: z.optional(z.literal(true)),
  silentHealth: z.optional(z.strictObject({ says: text, query: z.record(z.string(), z.json()) })),
  source: z.optional(text),
}) satisfies z.ZodMiniType<AddressKind>;

const need = { action: z.string().check(z.regex(/^(Microsoft\.\w+|\*)(\/\w+)+$/)), role: text };
const rightSchema = z.strictObject({
  ...need,
  title,
  scope: z.enum(['workspace', 'targets']),
  documented: z.boolean(),
  perhaps: z.optional(texts),
}) satisfies z.ZodMiniType<Right>;

// The schema of the catalogue; the backend decodes the same files strictly (catalogue/catalogue.go).
const file = {
  'targetKinds.json': z.record(text, kindSchema),
  'dataSourceTypes.json': z.strictObject({
    source: z.string().check(z.includes('{type}')),
    checked: z.iso.date(),
    types: z.record(text, z.union([addressSchema, z.strictObject({ title }), z.strictObject({ aliasOf: text })])),
  }),
  'actions.json': z.strictObject({
    permissions: z.record(text, rightSchema),
    others: z.record(
      text,
      z.strictObject({ ...need, scope: z.enum(['workspace', 'resourceGroup', 'subscription', 'targets']) })
    ),
    leastPrivilege: texts,
  }),
  'errorCodes.json': z.record(
    z.string().check(z.regex(/^[a-z_]+$/)),
    z.strictObject({
      outcome: z.optional(z.literal('unknown')),
      fix: z.optional(z.literal('settings')),
      from: z.optional(z.literal('browser')),
    })
  ),
  'services.json': z.strictObject({
    source: text,
    checked: z.iso.date(),
    services: z.array(
      z.strictObject({
        resourceType,
        groupId: text,
        title: text,
        hosts: texts,
        port: z.int(),
        dataSourceTypes: z.optional(texts),
      })
    ),
  }),
  'linkServices.json': z.strictObject({
    sources: z.record(
      text,
      z.strictObject({ title: text, url: z.url({ protocol: /^https$/ }), checked: z.iso.date() })
    ),
    annotations: z.strictObject({ source: text, names: texts }),
    facts: z.array(
      z.strictObject({
        places: z.array(z.enum(['aks', 'loadBalancer', 'vnet', 'vendor'])),
        about: z.enum(['needed', 'fails', 'note']),
        text,
        certainty: z.enum(['documented', 'probable']),
        source: text,
      })
    ),
    vendors: z.record(text, z.strictObject({ title: text, gives: text, wants: text, domainName: text, source: text })),
  }),
  'secretNames.json': z.strictObject({ names: texts, options: texts, signatures: texts, shapes: texts }),
  'constants.json': z.strictObject({
    dashboardApiVersion: apiVersion,
    privateEndpointName: z.string().check(z.regex(/{workspace}.*{endpoint}/)),
    missingPluginIds: texts,
  }),
};

it.each([
  ['targetKinds.json', kinds],
  ['dataSourceTypes.json', types],
  ['actions.json', actions],
  ['errorCodes.json', codes],
  ['services.json', others],
  ['linkServices.json', linkServices],
  ['secretNames.json', secrets],
  ['constants.json', constants],
] as const)('%s fits its schema', (name, value) => {
  expect(file[name].safeParse(value).error).toBeUndefined();
});

// The ten of the how-to with their types and group ids.
const tenKinds: Array<[string, string, string | undefined]> = [
  ['cosmosMongo', 'Microsoft.DocumentDB/databaseAccounts', 'MongoDB'],
  ['cosmosPostgres', 'Microsoft.DBforPostgreSQL/serverGroupsv2', 'coordinator'],
  ['dataExplorer', 'Microsoft.Kusto/clusters', 'cluster'],
  ['monitorScope', 'Microsoft.Insights/privateLinkScopes', 'azuremonitor'],
  ['monitorWorkspace', 'Microsoft.Monitor/accounts', 'prometheusMetrics'],
  ['sqlManagedInstance', 'Microsoft.Sql/managedInstances', 'managedInstance'],
  ['sqlServer', 'Microsoft.Sql/servers', 'sqlServer'],
  ['privateLinkService', 'Microsoft.Network/privateLinkServices', undefined],
  ['databricks', 'Microsoft.Databricks/workspaces', 'databricks_ui_api'],
  ['postgresFlexible', 'Microsoft.DBforPostgreSQL/flexibleServers', 'postgresqlServer'],
];

describe('the catalogue', () => {
  it.each(tenKinds)('holds %s', (key, type, groupId) => {
    const kind = kindByKey(key);
    expect(kind?.resourceType).toBe(type);
    expect(kind?.subResources[0]?.groupId).toBe(groupId);
    expect(kind?.inHowTo).toBe(true);
    expect(kindOfTarget(`${sub}/${type.toLowerCase()}/x`)).toBe(kind);
  });

  it('holds the ten, and what others add, nothing twice', () => {
    expect(catalogue.filter((kind) => kind.inHowTo)).toHaveLength(10);
    expect(catalogue.filter((kind) => !kind.inHowTo).map(({ key }) => key)).toEqual([
      'cosmosMongoVcore',
      'mysqlFlexible',
    ]);
    expect(new Set(catalogue.map((kind) => kind.resourceType.toLowerCase())).size).toBe(catalogue.length);
  });

  it.each(catalogue.map((kind) => [kind.key, kind] as const))('entry %s is whole', (_, kind) => {
    expect(kind.dataSourceTypes.filter((type) => !dataSourceType(type))).toEqual([]);
    expect(kind.dataSourceTypes.length).toBeGreaterThan(0);
    expect(kind.hosts.length > 0).toBe(kind.address !== 'endpoint');
    expect(kind.port === undefined).toBe(kind.address === 'endpoint');
  });

  it('holds every error code that the front end makes or asks for', () => {
    const sources = ['src/api', 'src/data', 'src/pages'].flatMap((folder) => filesBelow(folder));
    const used = sources.flatMap((source) => [...source.matchAll(/\bcode(?:: | === | !== )'([a-z_]+)'/g)]);
    expect(used.length).toBeGreaterThan(15);
    expect(used.map(([, code = '']) => code).filter((code) => !Object.hasOwn(codes, code))).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

it('finds a kind by another spelling of its type', () => {
  expect(kindByType('microsoft.azurecosmosdb/databaseaccounts')?.key).toBe('cosmosMongo');
});

describe('kindLabel is honest', () => {
  it.each([
    [`${sub}/MICROSOFT.SQL/SERVERS/x`, { key: 'sqlServer', title: 'Azure SQL server', known: true }],
    [
      `${sub}/Microsoft.Search/searchServices/x`,
      { key: 'type:microsoft.search/searchservices#searchservice', title: 'Azure AI Search', known: false },
    ],
    [
      `${sub}/Microsoft.Odd/things/x`,
      { key: 'type:microsoft.odd/things', title: 'Microsoft.Odd/things', known: false },
    ],
    ['', { key: '', title: 'Unknown resource type', known: false }],
    ['garbage', { key: '', title: 'Unknown resource type', known: false }],
  ])('about %j', (id, expected) => {
    expect(kindLabel(id, [''])).toEqual(expected);
  });

  it.each([
    [['Sql'], 'Azure Cosmos DB for NoSQL', false],
    [['cassandra'], 'Azure Cosmos DB for Apache Cassandra', false],
    [['Analytical'], 'Azure Cosmos DB analytical store', false],
    [['', 'Odd'], 'Microsoft.DocumentDB/databaseAccounts (Odd)', false],
    [['Sql', 'MongoDB'], 'Azure Cosmos DB for MongoDB (RU)', true],
    [['mongodb'], 'Azure Cosmos DB for MongoDB (RU)', true],
    [[], 'Azure Cosmos DB for MongoDB (RU)', true],
    [[''], 'Azure Cosmos DB for MongoDB (RU)', true],
  ])('about an account of Cosmos DB with sub-resource %j', (subResources, title, known) => {
    expect(kindLabel(`${sub}/Microsoft.DocumentDB/databaseAccounts/x`, subResources)).toMatchObject({ title, known });
  });

  it('and tells kinds of the same resource type apart', () => {
    const keys = [['Sql'], ['MongoDB'], ['Odd']].map(
      (subResources) => kindLabel(`${sub}/Microsoft.DocumentDB/databaseAccounts/x`, subResources).key
    );
    const type = 'type:microsoft.documentdb/databaseaccounts';
    expect(keys).toEqual([`${type}#sql`, 'cosmosMongo', `${type}#odd`]);
  });
});

it('serves a type by its older name too', () => {
  const service = kindByKey('privateLinkService');
  expect(
    ['grafana-postgresql-datasource', 'postgres', 'cloudwatch'].map((type) => service && serves(service, type))
  ).toEqual([true, true, false]);
  expect(['loki', 'cloudwatch'].map((type) => serves(undefined, type))).toEqual([true, false]);
});

it.each([
  ['Microsoft.Storage/storageAccounts', ['BLOB'], ''],
  ['Microsoft.Storage/storageAccounts', [], ''],
  ['Microsoft.DocumentDB/databaseAccounts', ['Sql'], ''],
  ['Microsoft.Odd/things', ['x'], ''],
  ['Microsoft.Sql/servers', ['sql'], 'Microsoft.Sql/servers has no sub-resource named sql. It has sqlServer.'],
  ['Microsoft.Storage/storageAccounts', ['vault'], 'has no sub-resource named vault. It has blob, blob_secondary,'],
])('%s with sub-resources %j: %j', (type, subResources, expected) => {
  const problem = subResourceProblem(`${sub}/${type}/x`, subResources);
  expect(expected ? problem.includes(expected) : problem === '').toBe(true);
});
