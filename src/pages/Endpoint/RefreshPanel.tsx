import { Text } from '@grafana/ui';
import React from 'react';
import { Panel } from '../../components/Panel';
import { RefreshControl } from '../../components/RefreshControl';
import { useNow } from '../../components/useNow';
import { tellLastRefresh } from '../../data/lastRefresh';
import { refreshVerdict } from '../../data/follow/autoRefresh';
import { type KnownView } from '../../data/targetViews';
import { useRefresh } from '../../data/useRefresh';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointStatus, needsRefresh } from '../../domain/state/status';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  workspaceId: string;
  view: KnownView | undefined;
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
export function RefreshPanel({ endpoint, status, workspaceId, view }: Props) {
  const now = useNow();
  const refresh = useRefresh(workspaceId);
  const needed = needsRefresh(status);
  const why = needed ? 'needed' : status !== 'waiting' ? 'other' : likelyDecided(view) ? 'likely' : 'waiting';
  const verdict = refreshVerdict(workspaceId, endpoint, now);
  return (
    <Panel title="Refresh">
      <RefreshControl
        reason={reasons[why]}
        last={tellLastRefresh(refresh.last, now)}
        busy={refresh.busy}
        urgent={why === 'needed' || why === 'likely'}
        byItself={refresh.byItself}
        onStart={refresh.start}
        onByItself={refresh.setByItself}
      />
      {needed && !refresh.busy && (
        <Text element="p" color="secondary">
          {verdict.reason}
        </Text>
      )}
    </Panel>
  );
}

/** A likely match may not start a refresh, but it is a good reason for one. */
function likelyDecided(view: KnownView | undefined): boolean {
  return view?.grade === 'likely' && view.status.toLowerCase() !== view.ownState.toLowerCase();
}
