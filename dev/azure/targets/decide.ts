import { type Context } from '../context';
import { type Connection, type Target } from '../state';
import { syncWorkspace } from './sync';

/** The owner's word on a connection. The workspace learns of it when it refreshes, unless the knob says otherwise. */
export function decide(
  { knobs, world }: Context,
  target: Target,
  connection: Connection,
  status: 'Approved' | 'Rejected',
  description: string
): void {
  Object.assign(connection, { status, description, provisioningState: 'Succeeded' });
  if (knobs.syncsByItself) {
    world.workspaces
      .filter(({ endpoints }) =>
        [...endpoints.values()].some((it) => it.targetId.toLowerCase() === target.id.toLowerCase())
      )
      .forEach((workspace) => syncWorkspace(world, workspace));
  }
}
