import React from 'react';
import { AppPage } from '../../components/AppPage';
import { dataSourcesPath } from '../../paths';
import { DataSourceList } from './DataSourceList';

/** All data sources with the way each one takes. */
export function DataSourcesPage() {
  return (
    <AppPage title="Data sources" path={dataSourcesPath} subTitle="See which data sources use a private endpoint">
      <DataSourceList />
    </AppPage>
  );
}
