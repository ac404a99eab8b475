import React from 'react';
import { EndpointList } from '../pages/Endpoints/EndpointsPage';
import { WorkspaceTab as Workspace } from '../pages/Configuration/WorkspaceTab';
import { AppProviders } from './AppProviders';

/** The tab "Private endpoints" of the plugin's configuration page: the same list as the app's first page. */
export function EndpointsTab() {
  return (
    <AppProviders>
      <EndpointList />
    </AppProviders>
  );
}

/** The tab "Workspace": how to sign in, and to which workspace. */
export function WorkspaceTab() {
  return (
    <AppProviders>
      <Workspace />
    </AppProviders>
  );
}
