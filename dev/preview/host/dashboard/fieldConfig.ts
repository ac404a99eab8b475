import {
  applyFieldOverrides,
  type DataFrame,
  type DataTransformerInfo,
  FieldConfigOptionsRegistry,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
  type GrafanaTheme2,
  standardTransformers,
  standardTransformersRegistry,
} from '@grafana/data';

import { templateService } from '../services/templateService';
import { type Panel } from './model';

/** What Grafana's own panels fill in where the JSON says nothing (public/app/plugins/panel/{table,timeseries}/module.tsx). */
const customDefaults: Record<Panel['type'], Record<string, unknown>> = {
  stat: {},
  table: { align: 'auto', inspect: false, cellOptions: { type: 'auto' } },
  timeseries: {
    ...{ drawStyle: 'line', lineInterpolation: 'linear', lineWidth: 1, fillOpacity: 0, gradientMode: 'none' },
    ...{ pointSize: 5, showPoints: 'auto', spanNulls: false, barAlignment: 0, barWidthFactor: 0.6 },
    ...{ axisPlacement: 'auto', axisLabel: '', axisColorMode: 'text', scaleDistribution: { type: 'linear' } },
    ...{ hideFrom: { legend: false, tooltip: false, viz: false }, thresholdsStyle: { mode: 'off' } },
    stacking: { mode: 'none', group: 'A' },
  },
};

const standard = [
  'unit',
  'min',
  'max',
  'decimals',
  'displayName',
  'noValue',
  'thresholds',
  'mappings',
  'links',
  'color',
];
const custom = [
  ...['align', 'width', 'minWidth', 'filterable', 'cellOptions', 'inspect', 'hideFrom', 'wrapText', 'wrapHeaderText'],
  ...Object.keys(customDefaults.timeseries),
];

// The options as Grafana's panels register them, without editors.
const registry = new FieldConfigOptionsRegistry(() => [
  ...standard.map((id) => option(id, id, false)),
  ...[...new Set(custom)].map((id) => option(`custom.${id}`, id, true)),
]);

function option(id: string, path: string, isCustom: boolean): FieldConfigPropertyItem {
  const nothing = () => null;
  return {
    ...{ id, path, isCustom, name: id, editor: nothing, override: nothing },
    process: (value: unknown) => value,
    shouldApply: () => true,
  };
}

// Some are there under an older name as well.
standardTransformersRegistry.setInit(() =>
  [...new Set<DataTransformerInfo>(Object.values(standardTransformers))].map((transformation) => ({
    ...{ id: transformation.id, name: transformation.name, transformation: eitherWay(transformation) },
    imageDark: '',
    imageLight: '',
    editor: () => null,
  }))
);

/** Grafana 12 takes the transformation, 13 a function that loads it. */
function eitherWay(transformation: DataTransformerInfo): DataTransformerInfo {
  const load = () => Promise.resolve(transformation);
  return Object.defineProperties(load, Object.getOwnPropertyDescriptors(transformation)) as typeof load &
    DataTransformerInfo;
}

/** A panel's field options with its own defaults. */
export function withDefaults({ type, fieldConfig }: Panel): FieldConfigSource {
  const { defaults, overrides } = fieldConfig;
  return { defaults: { ...defaults, custom: { ...customDefaults[type], ...defaults.custom } }, overrides };
}

/** Frames with the units, colors, widths and links that a panel's JSON gives them. */
export function configured(panel: Panel, data: DataFrame[], theme: GrafanaTheme2): DataFrame[] {
  return applyFieldOverrides({
    ...{ data, theme, fieldConfig: withDefaults(panel), fieldConfigRegistry: registry },
    replaceVariables: templateService.replace,
    timeZone: 'browser',
  });
}
