import { useCallback, useState } from 'react';
import { draftId, newRequestCode, useDraftStore } from '../../data/createDrafts';
import { currentUser } from '../../data/currentUser';
import { draftFromEndpoint } from '../../domain/create/requestAgain';
import { type CreateDraft, emptyDraft } from '../../domain/create/draft';
import { suggestEndpointName } from '../../domain/create/endpointName';
import { draftRequestMessage } from '../../domain/create/requestMessage';
import { type Endpoint } from '../../domain/endpoint';
import { type Workspace } from '../../domain/workspace';

interface Input {
  workspace: Workspace;
  existing: readonly string[];
  /** Name of the endpoint whose details are asked for again; '' for none. */
  from: string;
  fromEndpoint: Endpoint | undefined;
}

/** The draft of this page: the kept one, else a fresh one, which is kept at its first change. */
export function useDraft({ workspace, existing, from, fromEndpoint }: Input) {
  const store = useDraftStore(draftId(from));
  const begin = () =>
    freshDraft({ workspace, requester: currentUser().label, code: newRequestCode(), existing, from: fromEndpoint });
  const [fresh, setFresh] = useState(begin);
  const { change: changeKept, complete: completeKept } = store;
  const change = useCallback((to: (draft: CreateDraft) => CreateDraft) => changeKept(fresh, to), [changeKept, fresh]);
  const complete = useCallback(
    (to: (draft: CreateDraft) => CreateDraft) => {
      setFresh(to);
      completeKept(to);
    },
    [completeKept]
  );
  /** The next draft begins with a code of its own. */
  const startOver = () => {
    setFresh(begin());
    store.discard();
  };
  return {
    draft: store.kept?.draft ?? fresh,
    /** When the kept draft was last changed, in milliseconds; 0 while nothing is kept. */
    changedAt: store.kept?.changedAt ?? 0,
    change,
    complete,
    startOver,
    discard: store.discard,
  };
}

/** What a draft begins with. */
export interface DraftStart {
  workspace: Workspace;
  /** Who asks; '' when unknown. */
  requester: string;
  /** The request code of this draft. */
  code: string;
  /** Names of the workspace's endpoints. */
  existing: readonly string[];
  /** The endpoint whose details are asked for again. */
  from: Endpoint | undefined;
}

/** The draft before anybody has typed: a request message, or the details of another endpoint under a free name. */
export function freshDraft({ workspace, requester, code, existing, from }: DraftStart): CreateDraft {
  const requestMessage = draftRequestMessage({ workspaceName: workspace.name, requester, code });
  if (!from) {
    return { ...emptyDraft, requestMessage };
  }
  const draft = draftFromEndpoint(from, code);
  return {
    ...draft,
    name: suggestEndpointName(from.name, existing),
    requestMessage: from.requestMessage ? draft.requestMessage : requestMessage,
  };
}
