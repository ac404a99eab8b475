import { Text } from '@grafana/ui';
import React from 'react';
import { Panel } from '../../components/Panel';
import { RefreshControl } from '../../components/RefreshControl';
import { useNow } from '../../components/useNow';
import { tellLastRefresh } from '../../data/lastRefresh';
import { refreshVerdict } from '../../data/follow/autoRefresh';
import { useRefresh } from '../../data/useRefresh';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointStatus, needsRefresh, seemsDecided } from '../../domain/state/status';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  workspaceId: string;
}

const reasons = {
  needed: 'The owner has decided, but the network of the workspace doesn’t know it yet. A refresh syncs it.',
  waiting:
    'After the owner approves, the workspace has to be refreshed: only that syncs its network with the decision and brings the private IP address. It can’t be skipped.',
  likely:
    'On the target, a connection that is likely this one is decided. If it is yours, refresh: that takes the decision over, and harms nothing if it is not.',
  other: 'A refresh syncs the network of the workspace with what the owners of all targets decided.',
};

/** Refreshing the workspace, seen from one endpoint. */
export function RefreshPanel({ endpoint, status, workspaceId }: Props) {
  const now = useNow();
  const refresh = useRefresh(workspaceId);
  const needed = needsRefresh(status);
  const likely = seemsDecided(status);
  const why = needed ? 'needed' : likely ? 'likely' : status === 'waiting' ? 'waiting' : 'other';
  const verdict = refreshVerdict(workspaceId, endpoint, now);
  return (
    <Panel title="Refresh">
      <RefreshControl
        reason={reasons[why]}
        last={tellLastRefresh(refresh.last, now)}
        busy={refresh.busy}
        urgent={false}
        byItself={refresh.byItself}
        onStart={refresh.start}
        onByItself={refresh.setByItself}
      />
      {(needed || likely) && !refresh.busy && (
        <Text element="p" color="secondary">
          {verdict.reason}
        </Text>
      )}
    </Panel>
  );
}
