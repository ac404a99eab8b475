import fc from 'fast-check';
import {
  buildResourceId,
  parentResource,
  parseResourceId,
  resourceKey,
  resourceName,
  resourceType,
  type ResourceId,
  sameResource,
} from './resourceId';

const sub = '5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25';
const sql = `/subscriptions/${sub}/resourceGroups/data/providers/Microsoft.Sql/servers/orders`;

function parsed(text: string): ResourceId {
  const result = parseResourceId(text);
  if (!result.ok) {
    throw new Error(result.problem.message);
  }
  return result.value;
}

function message(text: string): string {
  const result = parseResourceId(text);
  return result.ok ? '' : result.problem.message;
}

describe('parseResourceId reads', () => {
  it.each([
    ['an id', sql],
    ['upper case', sql.toUpperCase()],
    ['no leading slash', sql.slice(1)],
    ['a trailing slash', `${sql}/`],
    ['blanks and quotes around', `  "${sql}" `],
    ['a portal URL', `https://portal.azure.com/#@contoso.onmicrosoft.com/resource${sql}/overview`],
    ['a portal URL without a page', `https://portal.azure.com/#resource${sql}`],
    [
      'a portal view with an encoded id',
      `https://portal.azure.com/#view/X/Y.ReactView/id/${encodeURIComponent(sql)}/a/b`,
    ],
    ['a Resource Manager URL', `https://management.azure.com${sql}?api-version=2021-11-01`],
  ])('%s', (_, text) => {
    const id = parsed(text);
    expect(resourceType(id).toLowerCase()).toBe('microsoft.sql/servers');
    expect(sameResource(buildResourceId(id), sql)).toBe(true);
  });

  it('a nested resource', () => {
    const id = parsed(`${sql}/databases/main`);
    expect(resourceType(id)).toBe('Microsoft.Sql/servers/databases');
    expect(resourceName(id)).toBe('main');
    const parent = parentResource(id);
    expect(parent && buildResourceId(parent)).toBe(sql);
    expect(parent && resourceName(parent)).toBe('orders');
    expect(parent && parentResource(parent)).toBeUndefined();
    const outer = parentResource(parsed(`${sql}/databases/main/tables/t`));
    expect(outer && buildResourceId(outer)).toBe(`${sql}/databases/main`);
  });
});

describe('parseResourceId names', () => {
  it.each([
    ['', 'The resource ID is empty.'],
    [' ', 'The resource ID is empty.'],
    ['orders', 'This isn’t a resource ID.'],
    ['https://portal.azure.com/#home', 'This isn’t a resource ID.'],
    [
      `/subscription/${sub}/x`,
      '"subscriptions" is expected at the start, but there is "subscription". It looks like a typo.',
    ],
    ['/subscriptions', 'The resource ID ends after "subscriptions": the subscription ID is missing.'],
    ['/subscriptions/123/resourceGroups', 'The subscription ID "123" isn\'t valid.'],
    [`/subscriptions/${sub}`, 'The resource ID is incomplete: "resourceGroups" is missing after the subscription ID.'],
    [
      `/subscriptions/${sub}/resourceGroup/data`,
      '"resourceGroups" is expected after the subscription ID, but there is "resourceGroup". It looks like a typo.',
    ],
    [
      `/subscriptions/${sub}/resourceGroups`,
      'The resource ID ends after "resourceGroups": the name of the resource group is missing.',
    ],
    [
      `/subscriptions/${sub}/resourceGroups/data/providers`,
      'The resource ID ends after "providers": the resource provider is missing.',
    ],
    [`/subscriptions/${sub}/resourceGroups//providers/x`, 'The resource group "" isn\'t valid.'],
    [
      `/subscriptions/${sub}/resourceGroups/data`,
      'The resource ID is incomplete: "providers" is missing after the resource group.',
    ],
    [
      `/subscriptions/${sub}/resourceGroups/data/Microsoft.Sql/servers/x`,
      '"providers" is expected after the resource group, but there is "Microsoft.Sql".',
    ],
    [`/subscriptions/${sub}/resourceGroups/data/providers/Sql/servers/x`, 'The resource provider "Sql" isn\'t valid.'],
    [
      `/subscriptions/${sub}/resourceGroups/data/providers/Microsoft.Sql`,
      'The resource ID ends after Microsoft.Sql: the resource type and name are missing.',
    ],
    [
      `/subscriptions/${sub}/resourceGroups/data/providers/Microsoft.Sql/servers`,
      'The resource ID ends after "servers": the name of the resource is missing.',
    ],
    [`${sql}/data bases/x`, '"data bases" isn\'t a valid resource type.'],
    [
      `/subscriptions/${sub}/resourceGroups/data/providers/Microsoft.Sql/servers/..`,
      '".." isn\'t a valid resource name.',
    ],
  ])('what is wrong with %j', (text, expected) => {
    expect(message(text)).toBe(expected);
  });

  const inGroup = (group: string) => `/subscriptions/${sub}/resourceGroups/${group}/providers/Microsoft.Sql/servers/x`;
  const named = (name: string) => `/subscriptions/${sub}/resourceGroups/data/providers/Microsoft.Sql/servers/${name}`;
  const of = (type: string) => `/subscriptions/${sub}/resourceGroups/data/providers/${type}/x`;

  it.each([
    inGroup('g'.repeat(90)),
    inGroup('_é.(1)-'),
    named('n'.repeat(260)),
    named('a.b'),
    named('...'),
    of('Microsoft.A1.B2/c3'),
    sql.padEnd(8_000),
  ])('nothing in %s', (text) => {
    expect(message(text)).toBe('');
  });

  it.each([
    [inGroup('g'.repeat(91)), `The resource group "${'g'.repeat(59)}…" isn't valid.`],
    ...['a.', 'a b', 'a!', '!a'].map((group) => [inGroup(group), `The resource group "${group}" isn't valid.`]),
    [`/subscriptions/x${sub}/resourceGroups/g`, `The subscription ID "x${sub}" isn't valid.`],
    [`/subscriptions/${sub}0/resourceGroups/g`, `The subscription ID "${sub}0" isn't valid.`],
    [of('_Microsoft.Sql/servers'), 'The resource provider "_Microsoft.Sql" isn\'t valid.'],
    [of('Microsoft.Sql-/servers'), 'The resource provider "Microsoft.Sql-" isn\'t valid.'],
    [of('Microsoft.Sql/1servers'), '"1servers" isn\'t a valid resource type.'],
    [of('Microsoft.Sql/a-b'), '"a-b" isn\'t a valid resource type.'],
    ...['.', 'a<b', 'a%b', 'a&b', 'a\\b', 'a?b', 'a#b', 'a b', 'a\u007fb'].map((name) => [
      named(name),
      `"${name}" isn't a valid resource name.`,
    ]),
    [named(`${'n'.repeat(58)} n`), `"${'n'.repeat(58)} n" isn't a valid resource name.`],
    [named('n'.repeat(261)), `"${'n'.repeat(59)}…" isn't a valid resource name.`],
    [sql.padEnd(8_001), 'The resource ID is too long.'],
    [
      `https://portal.azure.com/#resource/subscriptions/${sub}/resourceGroups/data/providers/Microsoft.Sql/servers`,
      'The resource ID ends after "servers": the name of the resource is missing.',
    ],
    [`${sql}/databases`, 'The resource ID ends after "databases": the name of the resource is missing.'],
  ])('what is wrong with %s', (text = '', expected = '') => {
    expect(message(text)).toBe(expected);
  });

  it('always something to do next', () => {
    const result = parseResourceId('/subscriptions/x');
    expect(result.ok ? '' : result.problem.hint).not.toBe('');
  });
});

const segment = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);
const ids: fc.Arbitrary<ResourceId> = fc
  .tuple(
    fc.uuid(),
    segment,
    segment,
    fc.array(fc.tuple(fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,15}$/), segment), { minLength: 1, maxLength: 3 })
  )
  .map(([subscriptionId, resourceGroup, provider, pairs]) => ({
    subscriptionId,
    resourceGroup,
    provider: `Microsoft.${provider.replaceAll('-', '')}`,
    types: pairs.map(([type]) => type),
    names: pairs.map(([, name]) => name),
  }));

describe('properties', () => {
  it('what is built reads back to itself', () => {
    fc.assert(fc.property(ids, (id) => expect(parsed(buildResourceId(id))).toEqual(id)));
  });

  it('no text crashes it, and what it accepts rebuilds to a clean path', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((s) => `${sql}/${s}`)
        ),
        (text) => {
          const result = parseResourceId(text);
          if (result.ok) {
            expect(buildResourceId(result.value)).toMatch(/^\/subscriptions\/[^\s?#]+$/);
          }
        }
      )
    );
  });
});

it.each([
  [' /A/b// ', '/a/b'],
  ['/A', '/a'],
  ['///', ''],
  ['', ''],
])('the key of %j is %j', (id, key) => {
  expect(resourceKey(id)).toBe(key);
});

it('tells two resources apart', () => {
  expect(sameResource(sql, `${sql.toUpperCase()}/`)).toBe(true);
  expect(sameResource(sql, `${sql}x`)).toBe(false);
});

it('takes no time over what is far too long', () => {
  const long = `${'/'.repeat(200_000)}!`;
  const start = Date.now();
  expect(parseResourceId(long).ok).toBe(false);
  expect(resourceKey(long)).toBe(long);
  expect(resourceKey(`/A${'/'.repeat(200_000)} `)).toBe('/a');
  expect(Date.now() - start).toBeLessThan(2_000);
});
