import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { APP_PATH } from '../../constants';
import { CreateFlow } from './CreateFlow';

/** `/new/<step>`: asks for a new private endpoint, step by step. `?from=<name>` begins with another one's details. */
export function CreatePage() {
  return (
    <PluginPage
      pageNav={{
        text: 'New private endpoint',
        parentItem: { text: 'Private endpoints', url: `${APP_PATH}/endpoints` },
      }}
      subTitle="Ask the owner of an Azure resource for a private connection from this workspace"
    >
      <CreateFlow />
    </PluginPage>
  );
}
