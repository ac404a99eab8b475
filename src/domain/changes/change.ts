import { type CreateRequest } from '../create/createRequest';

/** What someone saw, and what they want instead: where others changed the same thing meanwhile, they are asked. */
interface Edit<T> {
  seen: T;
  wanted: T;
}

/** What can be changed of an endpoint: one of the two at a time, as Azure takes them by different calls. */
export type EndpointFields = { tags: Edit<Record<string, string>> } | { domainName: Edit<string> };

/**
 * A change that someone asked for. One to an endpoint names the very endpoint that was seen, by its `createdAt`: another
 * may have its name by the time that Azure is asked.
 */
export type Change =
  | { kind: 'create'; name: string; request: CreateRequest }
  | { kind: 'update'; name: string; createdAt: string; fields: EndpointFields }
  | { kind: 'delete'; name: string; createdAt: string }
  | Decision
  | { kind: 'refresh'; name: '' };

/** Approves or rejects the request of an endpoint on its target, where the connection is the one that was seen. */
export interface Decision {
  kind: 'approve' | 'reject';
  name: string;
  createdAt: string;
  connectionId: string;
  /** The backend adds the request code. */
  comment: string;
}

export function isDecision(change: Change): change is Decision {
  return change.kind === 'approve' || change.kind === 'reject';
}

/** What is said when a change is done: a title, and what it means ('' for nothing). */
export function doneText(change: Change): [title: string, detail: string] {
  switch (change.kind) {
    case 'create':
      return [`${change.name} created`, 'The request is pending approval by the resource owner.'];
    case 'update':
      return [`${fieldOf(change)} of ${change.name} updated`, ''];
    case 'delete':
      return [`${change.name} deleted`, ''];
    case 'approve':
      return [`${change.name} approved`, 'A refresh applies the approval to the managed network.'];
    case 'reject':
      return [`${change.name} rejected`, 'A refresh applies the rejection to the managed network.'];
    case 'refresh':
      return ['Refresh finished', 'Connection states are up to date.'];
  }
}

/** Title for a change that isn't done. */
export function failedTitle(change: Change): string {
  switch (change.kind) {
    case 'update':
      return `Couldn’t update the ${fieldOf(change).toLowerCase()} of ${change.name}`;
    case 'refresh':
      return 'Couldn’t refresh';
    default:
      return `Couldn’t ${change.kind} ${change.name}`;
  }
}

function fieldOf({ fields }: { fields: EndpointFields }): 'Tags' | 'Domain name' {
  return 'tags' in fields ? 'Tags' : 'Domain name';
}

/** What a change waits for. */
export interface Waiting {
  reason: string;
  /** When it goes on, in milliseconds since 1970; 0 where nobody can say. */
  until: number;
  /** It was sent already, so it can't be called off. */
  sent: boolean;
}
