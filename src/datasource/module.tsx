import { DataSourcePlugin, type DataSourcePluginOptionsEditorProps, type QueryEditorProps } from '@grafana/data';
import React, { lazy, Suspense } from 'react';
import { DataSource } from './DataSource';
import { type Options, type Query } from './query';

// Grafana loads this file wherever a dashboard uses the data source: the editors come when they are needed.
const LazyConfigEditor = lazy(() => import('./ConfigEditor').then((m) => ({ default: m.ConfigEditor })));
const LazyQueryEditor = lazy(() => import('./QueryEditor').then((m) => ({ default: m.QueryEditor })));

const ConfigEditor = (props: DataSourcePluginOptionsEditorProps<Options>) => (
  <Suspense fallback={null}>
    <LazyConfigEditor {...props} />
  </Suspense>
);

const QueryEditor = (props: QueryEditorProps<DataSource, Query, Options>) => (
  <Suspense fallback={null}>
    <LazyQueryEditor {...props} />
  </Suspense>
);

export const plugin = new DataSourcePlugin<DataSource, Query, Options>(DataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
