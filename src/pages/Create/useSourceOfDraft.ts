import { useDataSources } from '../../data/dataSources';
import { keepPlannedUpdate } from '../../data/keptFills';
import { usePlace, useWorkspaceId } from '../../data/workspace';
import { domainNameCovers } from '../../domain/create/domainName';
import { type CreateDraft, draftKind, draftPort } from '../../domain/create/draft';
import { type EndpointWish, wishFor } from '../../domain/create/forDataSource';

/** The data source for which an endpoint is requested; without one all is empty. */
export interface SourceOfDraft {
  uid: string;
  name: string;
  wish: EndpointWish | undefined;
  /** Plans the update of its URL, where the endpoint will have another host. */
  planUpdate: (endpoint: string, draft: CreateDraft) => void;
}

const none: SourceOfDraft = { uid: '', name: '', wish: undefined, planUpdate: () => undefined };

/**
 * The data source with a uid, '' for none; `isPending` until it is known. One that isn't there, or can't be read, leaves a
 * request like any other.
 */
export function useSourceOfDraft(uid: string): { source: SourceOfDraft; isPending: boolean } {
  const place = usePlace()?.place;
  const workspaceId = useWorkspaceId();
  const { data, isError } = useDataSources(uid !== '');
  const dataSource = data?.find((one) => one.uid === uid);
  if (!dataSource || !place) {
    return { source: none, isPending: uid !== '' && !data && !isError };
  }
  const { name } = dataSource;
  const wish = wishFor(dataSource);
  const planUpdate = (endpoint: string, draft: CreateDraft) => {
    const keepsHost = draftKind(draft)?.address === 'service' || domainNameCovers(draft.domainName, wish.host);
    if (!keepsHost) {
      const port = draftPort(draft);
      const chosen = [{ uid, name, host: '', ...(port && { port }) }];
      keepPlannedUpdate(workspaceId, { endpoint, place, chosen, at: Date.now() });
    }
  };
  return { source: { uid, name, wish, planUpdate }, isPending: false };
}
