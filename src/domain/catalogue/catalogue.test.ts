import { catalogue, kindByKey, kindByType, kindLabel, kindOfTarget, kindsForDataSource } from './catalogue';

const sub = '/subscriptions/5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25/resourceGroups/rg/providers';

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

  it('holds the ten and vCore, nothing twice', () => {
    expect(catalogue.filter((kind) => kind.inHowTo)).toHaveLength(10);
    expect(kindByKey('cosmosMongoVcore')?.inHowTo).toBe(false);
    expect(new Set(catalogue.map((kind) => kind.resourceType.toLowerCase())).size).toBe(catalogue.length);
  });

  it.each(catalogue.map((kind) => [kind.key, kind] as const))('entry %s is whole', (_, kind) => {
    expect(kind.source).not.toBe('');
    expect(kind.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(kind.dataSourceTypes.length).toBeGreaterThan(0);
    expect(kind.domainName).toBe(kind.address === 'endpoint');
    expect(kind.hosts.length > 0).toBe(kind.address !== 'endpoint');
    expect(kind.port === undefined).toBe(kind.address === 'endpoint');
  });
});

it('finds a kind by another spelling of its type', () => {
  expect(kindByType('microsoft.azurecosmosdb/databaseaccounts')?.key).toBe('cosmosMongo');
});

describe('kindLabel is honest', () => {
  it.each([
    [`${sub}/MICROSOFT.SQL/SERVERS/x`, { key: 'sqlServer', title: 'Azure SQL server', known: true }],
    [
      `${sub}/Microsoft.DBforMySQL/flexibleServers/x`,
      { key: 'type:microsoft.dbformysql/flexibleservers', title: 'Microsoft.DBforMySQL/flexibleServers', known: false },
    ],
    ['', { key: '', title: 'Unknown kind', known: false }],
    ['garbage', { key: '', title: 'Unknown kind', known: false }],
  ])('about %j', (id, expected) => {
    expect(kindLabel(id)).toEqual(expected);
  });

  it.each([
    [['Sql'], 'Azure Cosmos DB for NoSQL', false],
    [['cassandra'], 'Azure Cosmos DB for Apache Cassandra', false],
    [['Analytical'], 'Microsoft.DocumentDB/databaseAccounts (Analytical)', false],
    [['mongodb'], 'Azure Cosmos DB for MongoDB (RU)', true],
    [[], 'Azure Cosmos DB for MongoDB (RU)', true],
    [[''], 'Azure Cosmos DB for MongoDB (RU)', true],
  ])('about an account of Cosmos DB with sub-resource %j', (subResources, title, known) => {
    expect(kindLabel(`${sub}/Microsoft.DocumentDB/databaseAccounts/x`, subResources)).toMatchObject({ title, known });
  });

  it('and tells kinds of the same resource type apart', () => {
    const keys = [['Sql'], ['Table'], ['MongoDB']].map(
      (subResources) => kindLabel(`${sub}/Microsoft.DocumentDB/databaseAccounts/x`, subResources).key
    );
    expect(new Set(keys).size).toBe(3);
  });
});

it('kindsForDataSource offers own services before private link services', () => {
  expect(kindsForDataSource('prometheus').map((kind) => kind.key)).toEqual(['monitorWorkspace', 'privateLinkService']);
  expect(kindsForDataSource('loki').map((kind) => kind.key)).toEqual(['privateLinkService']);
  expect(kindsForDataSource('cloudwatch')).toEqual([]);
});
