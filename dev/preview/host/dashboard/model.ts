import {
  type DataQuery,
  type DataTransformerConfig,
  type FieldConfigSource,
  type ReduceDataOptions,
} from '@grafana/data';
import { type BigValueColorMode, type BigValueTextMode } from '@grafana/ui';

/** The part of a dashboard's JSON that the preview draws. */
export interface Dashboard {
  uid: string;
  title: string;
  description?: string;
  time: { from: string; to: string };
  templating: { list: Variable[] };
  annotations: { list: Annotation[] };
  links: Array<{ title: string; url: string }>;
  panels: Panel[];
}

export interface Variable {
  name: string;
  label: string;
  type: 'datasource' | 'query';
  /** A plugin id, or a query of the data source. */
  query: string | DataQuery;
}

interface Annotation {
  name: string;
  enable: boolean;
  builtIn?: number;
  iconColor: string;
  target?: DataQuery;
}

export interface Panel {
  id: number;
  type: 'stat' | 'table' | 'timeseries';
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets: DataQuery[];
  transformations?: DataTransformerConfig[];
  fieldConfig: FieldConfigSource;
  options: {
    reduceOptions: ReduceDataOptions;
    colorMode: BigValueColorMode;
    textMode: BigValueTextMode;
    showHeader: boolean;
    sortBy: Array<{ displayName: string; desc?: boolean }>;
    frozenColumns?: { left?: number };
    enablePagination?: boolean;
  };
}
