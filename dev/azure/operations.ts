import { type Context } from './context';
import { type Operation, type OperationKind, type OperationOutcome, type World } from './state';

export interface OperationRequest {
  kind: OperationKind;
  resourceId: string;
  /** Keeps other writes from this workspace while it runs. */
  workspaceId?: string;
  /** Changes the world when it ends, knowing how it ended; may answer a failure of its own. */
  finish(outcome: OperationOutcome): OperationOutcome | void;
}

/** Starts a long-running operation; it ends by itself when the stand-in's time comes. */
export function startOperation(context: Context, request: OperationRequest): Operation {
  const planned = context.plannedFailures.findIndex(({ kind }) => kind === '*' || kind === request.kind);
  const failure = planned < 0 ? undefined : context.plannedFailures.splice(planned, 1)[0];
  const operation: Operation = {
    id: context.statusUrls.newId(),
    resourceId: request.resourceId,
    workspaceId: request.workspaceId?.toLowerCase(),
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
  }
}

export const openOperations = (world: World): Operation[] =>
  [...world.operations.values()].filter(({ endedAt }) => endedAt === undefined);

/** Azure lets one write at a time settle on a workspace. */
export const isBusy = (world: World, workspaceId: string): boolean =>
  openOperations(world).some((operation) => operation.workspaceId === workspaceId.toLowerCase());
