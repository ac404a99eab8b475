import { useMemo } from 'react';
import * as z from 'zod/mini';
import { draftFromEndpoint } from '../domain/create/requestAgain';
import { type CreateDraft, readDraft } from '../domain/create/draft';
import { requestCode, requestCodeBytes } from '../domain/create/requestCode';
import { type Endpoint } from '../domain/endpoint';
import { keptItems, useKeptItems } from './keptItems';
import { useWorkspaceId } from './workspace';

/** A draft with what has happened to it. */
interface KeptDraft {
  draft: CreateDraft;
  /** Milliseconds since 1970. */
  changedAt: number;
  /** Set where nobody asked for it: kept at a deletion, in case the endpoint is wanted again. */
  byItself?: boolean;
}

const drafts = keptItems<KeptDraft>(
  'draft',
  z.object({
    draft: z.pipe(z.unknown(), z.transform(readDraft)),
    changedAt: z.number(),
    byItself: z.optional(z.boolean()),
  })
);

/** A workspace's drafts are told apart by the endpoint that they copy; the one that copies none is `new`. */
export function draftId(from: string): string {
  return from ? `${fromPrefix}${from.toLowerCase()}` : 'new';
}

const fromPrefix = 'from-';

/** A fresh request code from the browser's cryptographic randomness. */
export function newRequestCode(): string {
  return requestCode(crypto.getRandomValues(new Uint8Array(requestCodeBytes)));
}

/**
 * Keeps the details of an endpoint that is about to be deleted, so that `/new?from=<name>` can ask for it again when it
 * is gone. What was drafted from it before is replaced.
 */
export function keepForAskingAgain(workspaceId: string, endpoint: Endpoint): void {
  const draft = draftFromEndpoint(endpoint, newRequestCode());
  drafts.put(workspaceId, draftId(endpoint.name), { draft, changedAt: Date.now(), byItself: true });
}

/** A draft that someone began and didn't send. */
export interface UnfinishedDraft extends KeptDraft {
  id: string;
  /** The endpoint that it copies; '' for none. */
  from: string;
}

/** The drafts that wait to be finished, the newest first. */
export function useUnfinishedDrafts(): UnfinishedDraft[] {
  const kept = useKeptItems(drafts, useWorkspaceId());
  return useMemo(
    () =>
      kept
        .filter(({ value }) => !value.byItself)
        .map(({ id, value }) => ({ ...value, id, from: id.startsWith(fromPrefix) ? id.slice(fromPrefix.length) : '' }))
        .sort((a, b) => b.changedAt - a.changedAt),
    [kept]
  );
}

/** True where the details of a deleted endpoint are kept, to ask for it again. */
export function useIsKeptForAskingAgain(name: string): boolean {
  return useKeptItems(drafts, useWorkspaceId()).some(({ id, value }) => value.byItself && id === draftId(name));
}

/** Throws a draft away. */
export function discardDraft(workspaceId: string, id: string): void {
  drafts.remove(workspaceId, id);
}

/** Ways to change the kept draft. */
export interface DraftStore {
  /** What is kept; undefined before the first change. */
  kept: KeptDraft | undefined;
  /** Applies a change to what is kept now, else to `fresh`. */
  change: (fresh: CreateDraft, to: (draft: CreateDraft) => CreateDraft) => void;
  /** Fills in what was found out meanwhile, which is no change of anybody's: what isn't kept yet stays so. */
  complete: (to: (draft: CreateDraft) => CreateDraft) => void;
  discard: () => void;
}

/** The draft with an id, kept in this browser at every change; all tabs see the same. Its functions stay the same. */
export function useDraftStore(id: string): DraftStore {
  const workspaceId = useWorkspaceId();
  const kept = useKeptItems(drafts, workspaceId).find((item) => item.id === id)?.value;
  const actions = useMemo(() => draftActions(workspaceId, id), [workspaceId, id]);
  return { kept, ...actions };
}

function draftActions(workspaceId: string, id: string): Omit<DraftStore, 'kept'> {
  // Read again at each change: two changes may follow each other before the page is drawn.
  const now = () => drafts.find(workspaceId, id);
  return {
    change: (fresh, to) => {
      const before = now()?.draft ?? fresh;
      const draft = to(before);
      if (draft !== before) {
        drafts.put(workspaceId, id, { draft, changedAt: Date.now() });
      }
    },
    complete: (to) => {
      const before = now();
      const draft = before && to(before.draft);
      if (draft && draft !== before.draft) {
        drafts.put(workspaceId, id, { ...before, draft });
      }
    },
    discard: () => discardDraft(workspaceId, id),
  };
}
