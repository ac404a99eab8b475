import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { useParams } from 'react-router-dom';
import { NewDataSource } from './NewDataSource';
import { endpointPath } from '../../paths';

/** A new data source over an endpoint. */
export function NewDataSourcePage() {
  const { endpoint = '' } = useParams();
  return (
    <PluginPage
      subTitle={`Over the private endpoint ${endpoint}`}
      pageNav={{ text: 'New data source', parentItem: { text: endpoint, url: endpointPath(endpoint) } }}
    >
      <NewDataSource key={endpoint.toLowerCase()} name={endpoint} />
    </PluginPage>
  );
}
