import React from 'react';
import { useParams } from 'react-router-dom';
import { AppPage } from '../../components/AppPage';
import { NewDataSource } from './NewDataSource';
import { endpointPath } from '../../paths';

/** A new data source over an endpoint. */
export function NewDataSourcePage() {
  const { endpoint = '' } = useParams();
  return (
    <AppPage
      title="New data source"
      parent={{ title: endpoint, path: endpointPath(endpoint) }}
      subTitle={`Uses private endpoint ${endpoint}`}
    >
      <NewDataSource key={endpoint.toLowerCase()} name={endpoint} />
    </AppPage>
  );
}
