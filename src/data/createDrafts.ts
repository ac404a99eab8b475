import { useMemo } from 'react';
import * as z from 'zod/mini';
import { catalogue } from '../domain/catalogue/catalogue';
import { draftFromEndpoint } from '../domain/create/requestAgain';
import { type CreateDraft } from '../domain/create/draft';
import { requestCode, requestCodeBytes } from '../domain/create/requestCode';
import { type Endpoint } from '../domain/endpoint';
import { emptyLinkService, type LinkServiceDraft } from '../domain/linkService/linkServiceDraft';
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

const text = z.catch(z.string(), '');

const linkService: z.ZodMiniType<LinkServiceDraft> = z.object({
  place: z.catch(z.enum(['aks', 'loadBalancer', 'vnet', 'vendor', '']), ''),
  name: text,
  port: text,
  domainName: text,
  subnet: text,
  namespace: text,
  selector: text,
  targetPort: text,
  subscriptionId: text,
  resourceGroup: text,
  loadBalancer: text,
  frontend: text,
  network: text,
  vendor: text,
});

// What another version kept may differ: a field that can't be read is empty.
const draft: z.ZodMiniType<CreateDraft> = z.object({
  kind: z.catch(z.enum([...catalogue.map(({ key }) => key), 'other', '']), ''),
  target: text,
  targetRegion: text,
  subResource: text,
  name: text,
  domainName: text,
  requestMessage: text,
  tags: z.catch(z.array(z.object({ name: z.string(), value: z.string() })), []),
  linkService: z.catch(linkService, emptyLinkService),
});

const drafts = keptItems<KeptDraft>(
  'draft',
  z.object({ draft, changedAt: z.number(), byItself: z.optional(z.boolean()) })
);

/** What a draft begins with: the details of an endpoint, the address of a data source, or neither ('' for none). */
export interface DraftOrigin {
  /** Name of the endpoint. */
  from: string;
  /** Uid of the data source. */
  dataSource: string;
}

/** A workspace's drafts are told apart by what they begin with; the one that begins with nothing is `new`. */
function draftId({ from, dataSource }: DraftOrigin): string {
  return from ? copyOf(from) : dataSource ? `${forPrefix}${dataSource}` : 'new';
}

const copyOf = (name: string) => `${fromPrefix}${name.toLowerCase()}`;

const fromPrefix = 'from-';
const forPrefix = 'for-';

function originOf(id: string): DraftOrigin {
  const after = (prefix: string) => (id.startsWith(prefix) ? id.slice(prefix.length) : '');
  return { from: after(fromPrefix), dataSource: after(forPrefix) };
}

/** A fresh request code from the browser's cryptographic randomness. */
export function newRequestCode(): string {
  return requestCode(crypto.getRandomValues(new Uint8Array(requestCodeBytes)));
}

/**
 * Keeps the details of an endpoint that is about to be deleted, so that `/new?from=<name>` can ask for it again when it
 * is gone. What was drafted from it before is replaced.
 */
export function keepForAskingAgain(workspaceId: string, endpoint: Endpoint): void {
  const copy = draftFromEndpoint(endpoint, newRequestCode());
  drafts.put(workspaceId, copyOf(endpoint.name), { draft: copy, changedAt: Date.now(), byItself: true });
}

/** A draft that someone began and didn't send. */
export interface UnfinishedDraft extends KeptDraft {
  id: string;
  origin: DraftOrigin;
}

/** The drafts that wait to be finished, the newest first. */
export function useUnfinishedDrafts(): UnfinishedDraft[] {
  const kept = useKeptItems(drafts, useWorkspaceId());
  return useMemo(
    () =>
      kept
        .filter(({ value }) => !value.byItself)
        .map(({ id, value }) => ({ ...value, id, origin: originOf(id) }))
        .sort((a, b) => b.changedAt - a.changedAt),
    [kept]
  );
}

/** True where the details of a deleted endpoint are kept, to ask for it again. */
export function useIsKeptForAskingAgain(name: string): boolean {
  return useKeptItems(drafts, useWorkspaceId()).some(({ id, value }) => value.byItself && id === copyOf(name));
}

/** Throws a draft away. */
export function discardDraft(workspaceId: string, id: string): void {
  drafts.remove(workspaceId, id);
}

/** The kept copy of the draft that begins with something. `keep` and `discard` stay the same. */
export function useKeptDraft(origin: DraftOrigin) {
  const workspaceId = useWorkspaceId();
  const id = draftId(origin);
  const kept = useKeptItems(drafts, workspaceId).find((item) => item.id === id)?.value;
  const actions = useMemo(
    () => ({
      keep: (changed: CreateDraft) => drafts.put(workspaceId, id, { draft: changed, changedAt: Date.now() }),
      discard: () => discardDraft(workspaceId, id),
    }),
    [workspaceId, id]
  );
  return { kept, ...actions };
}
