import { Alert } from '@grafana/ui';
import React from 'react';
import { tierSupportsEndpoints, type Workspace } from '../../domain/workspace';

/** Says early what Azure would say late: private endpoints need the Standard tier. */
export function TierNotice({ workspace }: { workspace: Workspace }) {
  if (tierSupportsEndpoints(workspace.tier) !== 'no') {
    return null;
  }
  return (
    <Alert severity="warning" title={`${workspace.name} is in the ${workspace.tier} tier`}>
      Managed private endpoints need the Standard tier. Upgrade the workspace in the Azure portal, then reload this
      page.
    </Alert>
  );
}
