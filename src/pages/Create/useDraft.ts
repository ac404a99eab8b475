import { useCallback, useState } from 'react';
import { draftId, newRequestCode, useDraftStore } from '../../data/createDrafts';
import { currentUser } from '../../data/currentUser';
import { type CreateDraft } from '../../domain/create/draft';
import { type Endpoint } from '../../domain/endpoint';
import { type Workspace } from '../../domain/workspace';
import { freshDraft } from './freshDraft';

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
