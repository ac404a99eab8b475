import React from 'react';
import { EndpointsTab as Endpoints } from '../pages/Endpoints/EndpointsTab';
import { WorkspaceTab as Workspace } from '../pages/Configuration/WorkspaceTab';
import { NotSetUp } from '../pages/Configuration/NotSetUp';
import { AppProviders } from './AppProviders';
import { RequireSetup } from './RequireSetup';

/** The tab "Private endpoints" of the plugin's configuration page: the rows of the app's first page. */
export function EndpointsTab() {
  return (
    <AppProviders>
      <RequireSetup otherwise={<NotSetUp />}>
        <Endpoints />
      </RequireSetup>
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
