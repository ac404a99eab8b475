import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { type DraftOrigin, newRequestCode, useKeptDraft } from '../../data/createDrafts';
import { currentUser } from '../../data/currentUser';
import { type CreateDraft, emptyDraft } from '../../domain/create/draft';
import { suggestEndpointName } from '../../domain/create/endpointName';
import { type EndpointWish } from '../../domain/create/forDataSource';
import { draftFromEndpoint } from '../../domain/create/requestAgain';
import { draftRequestMessage } from '../../domain/create/requestMessage';
import { type Endpoint } from '../../domain/endpoint';
import { withKind } from './changeDraft';

/** What a draft begins with. */
export interface DraftStart {
  workspaceName: string;
  /** Names of the workspace's endpoints. */
  existing: readonly string[];
  /** The endpoint whose details are asked for again. */
  from: Endpoint | undefined;
  /** What the data source needs that is to be made private. */
  wish?: EndpointWish;
}

/**
 * The form of this page. It begins with the draft that is kept, else with a fresh one, and is kept from its first change
 * on; what is found out about the target is no change of anybody's.
 */
export function useDraftForm(origin: DraftOrigin, start: DraftStart) {
  const { kept, keep, discard } = useKeptDraft(origin);
  const begin = () => freshDraft(start, currentUser().label, newRequestCode());
  const [defaultValues] = useState(() => kept?.draft ?? begin());
  const form = useForm<CreateDraft>({ defaultValues });
  const { subscribe, reset } = form;
  const isChanged = useRef(false);
  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: ({ values, isDirty = false }) => {
          isChanged.current ||= isDirty;
          if (isChanged.current) {
            keep(values);
          }
        },
      }),
    [subscribe, keep]
  );
  /** The next draft begins with a code of its own. */
  const startOver = () => {
    reset(begin());
    isChanged.current = false;
    discard();
  };
  // Milliseconds; 0 while nothing is kept.
  return { form, changedAt: kept?.changedAt ?? 0, startOver, discard };
}

/** The draft before anybody has typed: a request message, with what a data source needs, or the details of another endpoint under a free name. */
export function freshDraft(
  { workspaceName, existing, from, wish }: DraftStart,
  requester: string,
  code: string
): CreateDraft {
  const requestMessage = draftRequestMessage({ workspaceName, requester, code });
  if (!from) {
    const fresh = { ...emptyDraft, requestMessage };
    return wish ? { ...withKind(fresh, wish.kind), domainName: wish.domainName } : fresh;
  }
  const copy = draftFromEndpoint(from, code);
  return {
    ...copy,
    name: suggestEndpointName(from.name, existing),
    requestMessage: from.requestMessage ? copy.requestMessage : requestMessage,
  };
}
