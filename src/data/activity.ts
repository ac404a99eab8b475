import { type Failure } from '../domain/failure';
import { type OperationKind, type OperationStatus, progressOf } from '../domain/operations/operation';
import { type KeptItem } from './keptItems';
import { type FollowedOperation, sortOf } from './operations';
import { type WaitingWrite } from './writeQueue';

/** Something that runs, waits or ended, as it is told. */
export interface ActivityItem {
  id: string;
  kind: OperationKind;
  /** Name of the endpoint; '' for a refresh. */
  name: string;
  status: 'waiting' | OperationStatus;
  title: string;
  detail: string;
  /** What follows; '' for nothing. */
  next: string;
  failure: Failure | undefined;
  /** True where it can be taken back: it was not sent yet. */
  cancelable: boolean;
}

const planned: Record<OperationKind, string> = {
  create: 'Waiting to create',
  update: 'Waiting to update',
  delete: 'Waiting to delete',
  refresh: 'Waiting to refresh',
};

/** Tells an operation that was started here. */
export function tellOperation({ id, value }: KeptItem<FollowedOperation>, now: number): ActivityItem {
  const { kind, name, status, error, cause } = value;
  const { title, detail, next } = progressOf(value, now);
  const told = [cause, detail].filter(Boolean).join(' ');
  return { id, kind, name, status, failure: error, cancelable: false, title, detail: told, next };
}

/** Tells a change that was not taken by Azure yet. `reason` is what the first in line waits for; '' for the others. */
export function tellWaiting({ id, value }: KeptItem<WaitingWrite>, reason: string, now: number): ActivityItem {
  const { write, command, failure } = value;
  const what = command.kind === 'refresh' ? 'the workspace' : command.name;
  return {
    id,
    kind: command.kind,
    name: command.name,
    status: 'waiting',
    title: `${planned[command.kind]} ${what}`,
    detail: [command.kind === 'refresh' && command.cause, waitingDetail(value, reason)].filter(Boolean).join(' '),
    next: reason && nextTry(write.notBefore - now),
    failure,
    cancelable: write.state !== 'started',
  };
}

const hour = 60 * 60_000;

/** True while the end of an operation is news: a good one for an hour, another for a day; then the endpoint's own state tells. */
export function isNews({ status, dismissed, finishedAt, startedAt }: FollowedOperation, now: number): boolean {
  const passed = now - (finishedAt ?? startedAt);
  return dismissed !== true && passed < (status === 'succeeded' ? hour : 24 * hour);
}

/** The operations to tell of, oldest first: all that run, and of each sort the last that ended. */
export function latestNews(
  kept: ReadonlyArray<KeptItem<FollowedOperation>>,
  now: number
): Array<KeptItem<FollowedOperation>> {
  const last = new Map(kept.map(({ id, value }) => [sortOf(value), id]));
  return kept.filter(
    ({ id, value }) => value.status === 'running' || (last.get(sortOf(value)) === id && isNews(value, now))
  );
}

/** What runs or waits on each endpoint, by its name in lower case. */
export function progressByName(items: readonly ActivityItem[]): ReadonlyMap<string, string> {
  const open = items.filter(({ name, status }) => name !== '' && ['waiting', 'running'].includes(status));
  return new Map(open.map(({ name, title, detail, next }) => [name.toLowerCase(), sentence(title, detail, next)]));
}

function sentence(title: string, detail: string, next: string): string {
  return [`${title}.`, detail, next].filter(Boolean).join(' ');
}

function nextTry(milliseconds: number): string {
  return milliseconds > 0 ? `The next try is in ${Math.ceil(milliseconds / 1_000)} seconds.` : '';
}

function waitingDetail({ write, failure }: WaitingWrite, reason: string): string {
  if (write.state === 'started') {
    return 'Azure is being asked.';
  }
  if (write.state === 'unclear') {
    return 'The answer got lost, so it is read first whether Azure took the change. Nothing is sent twice before that.';
  }
  if (failure?.code === 'azure_throttled') {
    return 'Azure asks to slow down. It is tried again by itself.';
  }
  return reason || 'It follows the changes before it. A workspace takes one change at a time.';
}
