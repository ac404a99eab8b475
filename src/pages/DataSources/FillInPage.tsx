import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { useParams } from 'react-router-dom';
import { FillIn } from './FillIn';
import { endpointPath } from '../../paths';

/** From an endpoint to data sources that use it. */
export function FillInPage() {
  const { endpoint = '' } = useParams();
  return (
    <PluginPage pageNav={{ text: 'Fill in', parentItem: { text: endpoint, url: endpointPath(endpoint) } }}>
      <FillIn key={endpoint.toLowerCase()} name={endpoint} />
    </PluginPage>
  );
}
