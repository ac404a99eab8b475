import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { useParams } from 'react-router-dom';
import { EndpointOverview } from './EndpointOverview';

/** Everything known of one endpoint, and everything that can be done about it. */
export function EndpointPage() {
  const { name = '' } = useParams();
  return (
    <PluginPage pageNav={{ text: name }}>
      <EndpointOverview key={name.toLowerCase()} name={name} />
    </PluginPage>
  );
}
