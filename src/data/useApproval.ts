import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { type PendingApproval } from '../domain/approval/pendingApproval';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { type KnownView } from '../domain/following';
import { type EndpointStatus } from '../domain/state/status';
import { queries } from './queries';
import { useLastOperation } from './useChange';

/** What is known of deciding on an endpoint's request from here. */
export interface Approval {
  /** The request that can be decided on. */
  pending: PendingApproval | undefined;
  /** Why it can't, where that is worth saying. */
  failure: Failure | undefined;
  /** The decision that was sent from this tab, until the page shows what became of it. */
  sent: 'approve' | 'reject' | undefined;
  /** A decision can be sent now, as far as is known. */
  canDecide: boolean;
  readAgain: () => void;
}

/** Undefined where requests aren't decided on from here, and for all but a request that waits on a confirmed connection. */
export function useApproval(
  endpoint: Endpoint,
  status: EndpointStatus,
  view: KnownView | undefined
): Approval | undefined {
  const { data: settings } = useQuery(queries.settings);
  const connectionId = status === 'waiting' && view?.grade === 'confirmed' ? view.connectionId : '';
  const asks = settings?.jsonData.approveRequests === true && connectionId !== '';
  const { data, error, refetch } = useQuery({
    ...queries.approval(endpoint.name, connectionId),
    enabled: asks,
    // Others decide too, and a permission may just have been given.
    staleTime: 0,
  });
  const sent = useSentDecision(endpoint);
  if (!asks || (error && isOff(error))) {
    return undefined;
  }
  const pending = !error && data?.createdAt === endpoint.createdAt ? data : undefined;
  return {
    pending,
    canDecide: !sent && pending !== undefined && pending.permission.state !== 'notGranted',
    failure: error?.failure,
    sent,
    readAgain: () => void refetch(),
  };
}

const isOff = ({ code }: BackendError) => code === 'approval_not_allowed' || code === 'approval_off';

/** A decision that was sent from this tab and hasn't failed. */
function useSentDecision({ name, createdAt }: Endpoint): Approval['sent'] {
  const last = useLastOperation(name);
  if (last?.createdAt !== createdAt || last.status === 'failed' || last.status === 'canceled') {
    return undefined;
  }
  return last.kind === 'approve' || last.kind === 'reject' ? last.kind : undefined;
}
