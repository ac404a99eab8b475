import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { EndpointList } from './EndpointList';

/** The app's first page. */
export function EndpointsPage() {
  return (
    <PluginPage
      // Grafana would show the app's long name: the page that the navigation opens has none of its own there.
      renderTitle={() => <h1>Private endpoints</h1>}
      subTitle="Private links from this workspace's managed network to your Azure resources"
    >
      <EndpointList />
    </PluginPage>
  );
}
