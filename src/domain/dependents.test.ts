import { describeDependents, usesAny } from './dependents';
import { type JsonValue } from './json';

const wanted = new Set(['shop', 'Shop metrics']);

it.each<[JsonValue, boolean]>([
  [{ panels: [{ datasource: { type: 'prometheus', uid: 'shop' } }] }, true],
  [{ panels: [{ panels: [{ targets: [{ datasource: 'Shop metrics' }] }] }] }, true],
  [{ elements: { a: { query: { datasource: { name: 'shop' } } } } }, true],
  [{ annotations: { list: [{ datasource: { uid: 'shop' } }] } }, true],
  [{ grafana_alert: { data: [{ datasourceUid: 'shop' }] } }, true],
  [{ panels: [{ datasource: null, title: 'shop' }, { datasource: { uid: '${ds}' } }] }, false],
  [{ templating: { list: [{ type: 'datasource', current: { text: 'Shop metrics', value: 'shop' } }] } }, true],
  [{ variables: [{ kind: 'DatasourceVariable', spec: { pluginId: 'prometheus', current: { value: 'shop' } } }] }, true],
  [{ templating: { list: [{ type: 'query', current: { value: 'shop' } }] } }, false],
  [{ datasource: { type: 'shop' } }, false],
  ['shop', false],
])('%j uses it: %s', (document, expected) => {
  expect(usesAny(document, wanted)).toBe(expected);
});

it.each<[number | null, number | null, string]>([
  [3, 1, 'At least 3 dashboards and 1 alert rule will be affected.'],
  [1, 0, 'At least 1 dashboard will be affected.'],
  [0, 2, 'At least 2 alert rules will be affected.'],
  [0, 0, 'No dashboards or alert rules are known to use them.'],
  [2, null, 'At least 2 dashboards will be affected. It isn’t known which alert rules use them.'],
  [null, 0, 'No alert rules are known to use them. It isn’t known which dashboards use them.'],
  [null, null, 'It isn’t known which dashboards and alert rules use them.'],
])('%s dashboards and %s alert rules', (dashboards, alertRules, expected) => {
  expect(describeDependents({ dashboards, alertRules })).toBe(expected);
});
