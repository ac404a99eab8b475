import React from 'react';
import { AppPage } from '../../components/AppPage';
import { homePath } from '../../paths';
import { CreateFlow } from './CreateFlow';

/** `/new/<step>`: asks for a new private endpoint, step by step. `?from=<name>` begins with another one's details. */
export function CreatePage() {
  return (
    <AppPage
      title="New private endpoint"
      parent={{ title: 'Private endpoints', path: homePath }}
      subTitle="Request a private connection to an Azure resource"
    >
      <CreateFlow />
    </AppPage>
  );
}
