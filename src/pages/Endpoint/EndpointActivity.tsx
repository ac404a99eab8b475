import React from 'react';
import { ActivityList } from '../../components/ActivityList';
import { useNow } from '../../components/useNow';
import { dismissOperation } from '../../data/operations';
import { useActivity } from '../../data/useActivity';
import { cancelWrite } from '../../data/writeQueue';

interface Props {
  workspaceId: string;
  name: string;
}

/**
 * What runs, waits and ended lately on the endpoint, and refreshes, which are for all endpoints. A change that went well is
 * told by what was read back.
 */
export function EndpointActivity({ workspaceId, name }: Props) {
  const now = useNow(5_000);
  const items = useActivity(workspaceId, now).filter(
    ({ kind, status, name: one }) =>
      kind === 'refresh' || (one.toLowerCase() === name.toLowerCase() && !(kind === 'update' && status === 'succeeded'))
  );
  return (
    <ActivityList
      items={items}
      onDismiss={(id) => dismissOperation(workspaceId, id)}
      onCancel={(id) => cancelWrite(workspaceId, id)}
    />
  );
}
