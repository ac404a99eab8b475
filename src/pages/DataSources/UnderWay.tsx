import React from 'react';
import { ActivityList } from '../../components/ActivityList';
import { useNow } from '../../components/useNow';
import { dismissOperation } from '../../data/operations';
import { useActivity } from '../../data/useActivity';
import { cancelWrite } from '../../data/writeQueue';

/** What runs on the workspace, such as a refresh that was started from here. */
export function UnderWay({ workspaceId }: { workspaceId: string }) {
  const items = useActivity(workspaceId, useNow(5_000));
  return (
    <ActivityList
      items={items}
      onDismiss={(id) => dismissOperation(workspaceId, id)}
      onCancel={(id) => cancelWrite(workspaceId, id)}
    />
  );
}
