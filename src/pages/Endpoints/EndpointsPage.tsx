import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { EndpointList } from './EndpointList';

/** The app's first page. */
export function EndpointsPage() {
  return (
    <PluginPage subTitle="Private links from this workspace's managed network to your Azure resources">
      <EndpointList />
    </PluginPage>
  );
}
