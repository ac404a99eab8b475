import React from 'react';
import { Panel } from '../../components/Panel';
import { RefreshControl } from '../../components/RefreshControl';
import { useNow } from '../../components/useNow';
import { useLastRefresh, useRefresh } from '../../data/useFollow';
import { refreshText } from '../../domain/state/refreshText';
import { type EndpointStatus, needsRefresh, seemsDecided } from '../../domain/state/status';

const reasons = {
  needed: 'The resource owner has decided. Refresh to apply the decision to the managed network.',
  probable: 'The resource owner has probably decided. Refresh to confirm. A refresh has no other effects.',
  waiting: 'After approval, refresh to apply it to the managed network and get the private IP.',
  other: 'Refresh applies approvals and rejections to the managed network.',
};

/** Refreshing the workspace, seen from one endpoint. */
export function RefreshPanel({ status }: { status: EndpointStatus }) {
  const refresh = useRefresh();
  const last = useLastRefresh();
  const why = needsRefresh(status)
    ? 'needed'
    : seemsDecided(status)
      ? 'probable'
      : status === 'waiting'
        ? 'waiting'
        : 'other';
  return (
    <Panel title="Refresh">
      <RefreshControl
        reason={reasons[why]}
        last={refreshText(last.refresh, last.progress, useNow())}
        refresh={refresh}
        urgent={false}
      />
    </Panel>
  );
}
