import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { DataSourceList } from './DataSourceList';

/** All data sources with the way each one takes. */
export function DataSourcesPage() {
  return (
    <PluginPage subTitle="Which of them go over a private endpoint, and which pass it by">
      <DataSourceList />
    </PluginPage>
  );
}
