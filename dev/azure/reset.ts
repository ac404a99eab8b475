import { type Context } from './context';
import { demoWorld } from './demo/world';
import { defaultKnobs } from './knobs';

/** Back to the demonstration: data, faults, knobs, time and the request log. Tokens stay good. */
export function resetStandIn(context: Context): void {
  context.clock.reset();
  context.faults.clear();
  context.requests.clear();
  context.plannedFailures = [];
  context.knobs = defaultKnobs();
  context.world = demoWorld(context.clock, context.material);
}
