import React from 'react';
import { AppPage } from '../../components/AppPage';
import { homePath } from '../../paths';
import { EndpointList } from './EndpointList';

/** The app's first page. */
export function EndpointsPage() {
  return (
    <AppPage
      title="Private endpoints"
      path={homePath}
      subTitle="Connect this workspace to Azure resources over private links"
    >
      <EndpointList />
    </AppPage>
  );
}
