import fc from 'fast-check';
import { catalogue, kindByKey, type KindKey } from '../catalogue/catalogue';
import { type JsonObject } from '../json';
import { type Target } from '../target';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { sampleWorkspace } from '../testing/sampleWorkspace';
import { blockersOf, preflight, type PreflightResult, preflightRules, preflightSummary } from './preflight';
import { type Outcome, type PreflightFacts } from './preflightRule';

function facts(key: KindKey, target?: Partial<Target>, more: Partial<PreflightFacts> = {}): PreflightFacts {
  const kind = kindByKey(key);
  const targetId = sampleTargetId(kind?.resourceType, 'x');
  return {
    targetId,
    kind,
    target: target && {
      kind: '',
      location: 'westeurope',
      sku: '',
      properties: {},
      subResources: [],
      ...target,
    },
    subResource: kind?.subResources[0]?.groupId ?? '',
    endpoints: [],
    workspace: sampleWorkspace(),
    rights: { create: 'granted' },
    ...more,
  };
}

function outcome(id: string, given: PreflightFacts): string | undefined {
  return preflight(given).find((result) => result.rule.id === id)?.outcome;
}

const properties = (value: JsonObject): Partial<Target> => ({ properties: value });

it.each<[string, PreflightFacts, string | undefined]>([
  ['tier', facts('sqlServer'), 'fine'],
  ['tier', facts('sqlServer', {}, { workspace: sampleWorkspace({ tier: 'Essential' }) }), 'problem'],
  ['tier', facts('sqlServer', {}, { workspace: sampleWorkspace({ tier: 'Gold' }) }), 'unknown'],
  ['tier', facts('sqlServer', {}, { workspace: undefined }), 'unknown'],
  ['createRight', facts('sqlServer'), 'fine'],
  ['createRight', facts('sqlServer', {}, { rights: { create: 'notGranted' } }), 'caution'],
  ['createRight', facts('sqlServer', {}, { rights: {} }), 'unknown'],
  ['sameTarget', facts('sqlServer'), 'fine'],
  ['sameTarget', facts('sqlServer', {}, { endpoints: undefined }), 'unknown'],
  [
    'sameTarget',
    facts(
      'sqlServer',
      {},
      {
        endpoints: [
          sampleEndpoint({ targetId: sampleTargetId('MICROSOFT.SQL/SERVERS', 'X'), subResources: ['SQLSERVER'] }),
        ],
      }
    ),
    'caution',
  ],
  ['sameTarget', facts('sqlServer', {}, { endpoints: [sampleEndpoint()] }), 'fine'],
  ...[
    { has: ['Sql', 'MongoDB'], wanted: 'MongoDB', outcome: 'caution' },
    { has: ['Sql'], wanted: 'MongoDB', outcome: 'fine' },
    { has: ['Sql'], wanted: '', outcome: 'caution' },
  ].map(({ has, wanted, outcome }): [string, PreflightFacts, string] => {
    const given = facts('cosmosMongo', {}, { subResource: wanted });
    return [
      'sameTarget',
      { ...given, endpoints: [sampleEndpoint({ targetId: given.targetId, subResources: has })] },
      outcome,
    ];
  }),
  ['publicAccess', facts('sqlServer', properties({ publicNetworkAccess: 'Disabled' })), 'caution'],
  ['publicAccess', facts('sqlServer', properties({ publicNetworkAccess: 'Enabled' })), 'fine'],
  ['publicAccess', facts('sqlServer'), undefined],
  ['unknownKind', facts('sqlServer'), undefined],
  ['unknownKind', facts('cosmosMongoVcore'), 'caution'],
  ['unknownKind', facts('sqlServer', {}, { kind: undefined }), 'caution'],
  ['cosmosMongoKind', facts('cosmosMongo', { kind: 'MongoDB' }), 'fine'],
  ['cosmosMongoKind', facts('cosmosMongo', { kind: 'GlobalDocumentDB' }), 'problem'],
  ['cosmosMongoKind', facts('cosmosMongo'), 'unknown'],
  ['cosmosMongoKind', facts('sqlServer'), undefined],
  ['postgresVnetIntegration', facts('postgresFlexible', properties({ network: {} })), 'fine'],
  [
    'postgresVnetIntegration',
    facts('postgresFlexible', properties({ network: { delegatedSubnetResourceId: '/subscriptions/x' } })),
    'problem',
  ],
  ['scopeAccessMode', facts('monitorScope', properties({ accessModeSettings: { queryAccessMode: 'Open' } })), 'fine'],
  [
    'scopeAccessMode',
    facts('monitorScope', properties({ accessModeSettings: { queryAccessMode: 'PrivateOnly' } })),
    'caution',
  ],
  ['scopeAccessMode', facts('monitorScope', {}), 'unknown'],
  ['oneScope', facts('sqlServer'), undefined],
  ['oneScope', facts('monitorScope', {}, { endpoints: undefined }), 'unknown'],
  ['oneScope', facts('monitorScope'), 'caution'],
  [
    'oneScope',
    facts(
      'monitorScope',
      {},
      {
        endpoints: [
          sampleEndpoint(),
          sampleEndpoint({ targetId: sampleTargetId('microsoft.insights/privatelinkscopes', 'X') }),
          sampleEndpoint({ targetId: 'odd' }),
        ],
      }
    ),
    'caution',
  ],
  [
    'oneScope',
    facts(
      'monitorScope',
      {},
      {
        endpoints: [sampleEndpoint({ targetId: sampleTargetId('microsoft.insights/privatelinkscopes', 'other') })],
      }
    ),
    'problem',
  ],
  ['kustoVnetInjection', facts('dataExplorer', properties({ virtualNetworkConfiguration: null })), 'fine'],
  [
    'kustoVnetInjection',
    facts('dataExplorer', properties({ virtualNetworkConfiguration: { state: 'Disabled' } })),
    'fine',
  ],
  [
    'kustoVnetInjection',
    facts('dataExplorer', properties({ virtualNetworkConfiguration: { subnetId: 'x' } })),
    'problem',
  ],
  ['databricksPlan', facts('databricks', { sku: 'standard' }), 'problem'],
  ['databricksPlan', facts('databricks', { sku: 'Premium' }), 'problem'],
  [
    'databricksPlan',
    facts('databricks', {
      sku: 'Premium',
      properties: { parameters: { customVirtualNetworkId: { value: '/x' }, enableNoPublicIp: { value: true } } },
    }),
    'fine',
  ],
  ['plsVisibility', facts('privateLinkService', properties({ visibility: { subscriptions: ['*'] } })), 'fine'],
  ['plsVisibility', facts('privateLinkService', properties({ visibility: { subscriptions: [] } })), 'caution'],
  ['plsProxyProtocol', facts('privateLinkService', properties({ enableProxyProtocol: true })), 'caution'],
  ['plsProxyProtocol', facts('privateLinkService', {}), 'fine'],
  ['aksTrafficPolicy', facts('privateLinkService'), 'unknown'],
  ['aksTrafficPolicy', facts('sqlServer'), undefined],
])('rule %s (case %#)', (id, given, expected) => {
  expect(outcome(id, given)).toBe(expected);
});

it('knows a service of an AKS cluster by its resource group', () => {
  const given = facts('privateLinkService');
  const aks = { ...given, targetId: given.targetId.replace('observability', 'MC_prod_aks_westeurope') };
  expect(outcome('aksTrafficPolicy', aks)).toBe('caution');
  expect(outcome('aksTrafficPolicy', { ...aks, targetId: aks.targetId.replace('MC_', 'no-MC_') })).toBe('unknown');
});

const scopes = ['one', 'two'].map((name) =>
  sampleEndpoint({ name, targetId: sampleTargetId('Microsoft.Insights/privateLinkScopes', name) })
);
const twice = ['one', 'two'].map((name) =>
  sampleEndpoint({ name, targetId: facts('sqlServer').targetId, subResources: ['sqlServer'] })
);
const networked = { customVirtualNetworkId: { value: '/x' }, enableNoPublicIp: { value: true } };
const databricks = (sku: string, parameters: JsonObject) => facts('databricks', { sku, properties: { parameters } });

it.each<[string, PreflightFacts, string]>([
  ['tier', facts('sqlServer', {}, { workspace: sampleWorkspace({ tier: 'Gold' }) }), 'The tier "Gold" isn'],
  ['tier', facts('sqlServer', {}, { workspace: sampleWorkspace({ tier: '' }) }), 'The tier "unknown" isn'],
  ['sameTarget', facts('sqlServer', {}, { endpoints: twice }), 'to this target: one, two.'],
  ['oneScope', facts('monitorScope', {}, { endpoints: scopes }), 'to another scope (one, two)'],
  ['cosmosMongoKind', facts('cosmosMongo', { kind: 'Parse' }), 'has the kind "Parse"'],
  ['cosmosMongoKind', facts('cosmosMongo', {}), 'has the kind "unknown"'],
  ['databricksPlan', databricks('standard', networked), 'may not have the Premium plan, which'],
  [
    'databricksPlan',
    databricks('premium', { ...networked, customVirtualNetworkId: {} }),
    'may not have a virtual network of its own (VNet injection), which',
  ],
  [
    'databricksPlan',
    databricks('standard', { ...networked, enableNoPublicIp: { value: false } }),
    'may not have the Premium plan, and secure cluster connectivity (no public IP), which',
  ],
])('rule %s names what it found (case %#)', (id, given, words) => {
  expect(preflight(given).find((result) => result.rule.id === id)?.message).toContain(words);
});

it('counts what will fail as a blocker, but for the permission', () => {
  const given = facts('databricks', { sku: 'standard' }, { rights: { create: 'notGranted' } });
  const results = preflight(given);
  expect(blockersOf(results).map(({ rule }) => rule.id)).toEqual(['databricksPlan']);
  const right = results.find(({ rule }) => rule.id === 'createRight');
  expect(right && blockersOf([{ ...right, outcome: 'problem' }])).toEqual([]);
});

it('has a way around a permission that is missing, and none to offer where it isn’t', () => {
  const fix = (create: 'granted' | 'notGranted' | 'unknown') =>
    preflight(facts('sqlServer', {}, { rights: { create } })).find(({ rule }) => rule.id === 'createRight')?.fix;
  expect(fix('notGranted')).toContain('send the code');
  expect([fix('granted'), fix('unknown')]).toEqual(['', '']);
});

it('tells problems first', () => {
  const results = preflight(facts('databricks', { sku: 'standard' }, { rights: {} })).map((result) => result.outcome);
  expect(results[0]).toBe('problem');
  expect(results.at(-1)).toBe('fine');
});

it.each(preflightRules.map((rule) => [rule.id, rule] as const))('rule %s says where it comes from', (_, rule) => {
  expect(rule.source).not.toBe('');
  expect(rule.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('no target crashes a rule, trouble comes with a fix, and what is only likely is never a problem', () => {
  fc.assert(
    fc.property(fc.constantFrom(...catalogue), fc.object(), fc.string(), (kind, odd, text) => {
      const target = { kind: text, sku: text, properties: JSON.parse(JSON.stringify(odd)) as JsonObject };
      for (const result of preflight(facts(kind.key, target))) {
        expect(result.message).not.toBe('');
        expect(result.outcome === 'fine' ? result.fix : '').toBe('');
        expect(result.outcome === 'problem' && (result.fix === '' || result.rule.certainty === 'probable')).toBe(false);
      }
    })
  );
});

const results = (...outcomes: Outcome[]): PreflightResult[] =>
  outcomes.map((outcome) => ({ rule: preflightRules[0]!, outcome, message: '', fix: '' }));

it.each<[Outcome[], string]>([
  [['problem', 'caution', 'caution', 'fine'], '1 problem, 2 warnings'],
  [['problem', 'problem', 'unknown'], '2 problems, 1 manual check'],
  [['fine'], 'No problems found.'],
  [[], 'No problems found.'],
])('sums %j up', (outcomes, expected) => {
  expect(preflightSummary(results(...outcomes), true)).toBe(expected);
});

it('finds nothing wrong only with a target that could be read', () => {
  expect(preflightSummary(results('fine'), false)).toBe('Couldn’t load the resource, so not everything was checked.');
  expect(preflightSummary(results('caution'), false)).toBe('1 warning');
});
