import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { logEnd, type LoggedChange } from './activityLog';
import { type Context } from './context';
import { type JsonObject, type Operation, type OperationKind, type OperationOutcome, type World } from './state';

export interface OperationRequest {
  kind: OperationKind;
  resourceId: string;
  /** Where statuses of this provider are: `/providers/…/operationStatuses`. */
  statusPath?: string;
  /** Makes it an operation that only `Location` leads to, whose end answers this. */
  result?: () => JsonObject | undefined;
  /** Keeps other writes from this workspace while it runs. */
  workspaceId?: string;
  /** What the activity log says of it. */
  activity?: LoggedChange;
  /** Changes the world when it ends, knowing how it ended; may answer a failure of its own. */
  finish(outcome: OperationOutcome): OperationOutcome | void;
}

const dashboardStatusPath = '/providers/Microsoft.Dashboard/locations/WESTEUROPE/operationStatuses';

/** Starts a long-running operation; it ends automatically when the stand-in's time comes. */
export function startOperation(context: Context, request: OperationRequest): Operation {
  const planned = context.plannedFailures.findIndex(({ kind }) => kind === '*' || kind === request.kind);
  const failure = planned < 0 ? undefined : context.plannedFailures.splice(planned, 1)[0];
  const id = context.statusUrls.newId();
  const operation: Operation = {
    id,
    resourceId: request.resourceId,
    statusPath: `${request.statusPath ?? dashboardStatusPath}/${id}`,
    result: request.result,
    workspaceId: request.workspaceId?.toLowerCase(),
    activity: request.activity,
    startedAt: context.clock.iso(),
    due: context.clock.now() + context.knobs.operationSeconds * 1000,
    outcome: failure?.outcome ?? { status: 'Succeeded' },
    finish: request.finish,
  };
  context.world.operations.set(operation.id.toLowerCase(), operation);
  return operation;
}

/** Ends what is due, in its order. Called before every request, so nothing needs a timer. */
export function settleOperations({ world, clock }: Context): void {
  const due = openOperations(world).filter((operation) => operation.due <= clock.now());
  for (const operation of due.sort((a, b) => a.due - b.due)) {
    operation.endedAt = new Date(operation.due).toISOString();
    operation.outcome = operation.finish(operation.outcome) ?? operation.outcome;
    logEnd(world, operation);
  }
}

export const openOperations = (world: World): Operation[] =>
  [...world.operations.values()].filter(({ endedAt }) => endedAt === undefined);

/** Azure lets one write at a time settle on a workspace. */
export const isBusy = (world: World, workspaceId: string): boolean =>
  openOperations(world).some((operation) => operation.workspaceId === workspaceId.toLowerCase());

/**
 * Signed operation status URLs of the length and shape that real traffic has: tenant-level path, `<guid>*<64 hex>`,
 * upper-case region, and the query `api-version`, `t` (ticks), `c` (certificate), `s` (signature), `h` (hash).
 * The signature covers all of it, so a client that rewrites the query is found out.
 */
export class StatusUrls {
  private readonly key = randomBytes(32);
  private readonly certificate = randomBytes(1_450).toString('base64url');

  newId(): string {
    return `${randomUUID()}*${randomBytes(32).toString('hex').toUpperCase()}`;
  }

  create(origin: string, path: string, apiVersion: string, now: number): string {
    const url = new URL(path, origin);
    url.searchParams.set('api-version', apiVersion);
    url.searchParams.set('t', String(ticks(now)));
    url.searchParams.set('c', this.certificate);
    url.searchParams.set('s', this.signature(url));
    url.searchParams.set('h', createHash('sha256').update(url.pathname).digest('base64url'));
    return url.toString();
  }

  verify(url: URL): boolean {
    const given = Buffer.from(url.searchParams.get('s') ?? '');
    const right = Buffer.from(this.signature(url));
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private signature({ pathname, searchParams }: URL): string {
    const signed = [pathname.toLowerCase(), ...['api-version', 't', 'c'].map((name) => searchParams.get(name))].join(
      '\n'
    );
    const parts = [0, 1, 2, 3].map((part) => createHmac('sha512', this.key).update(`${part}\n${signed}`).digest());
    return Buffer.concat(parts).toString('base64url');
  }
}

/** .NET ticks, 100 ns since year 1. */
const ticks = (now: number): bigint => BigInt(now) * 10_000n + 621_355_968_000_000_000n;
