import { Clock } from './clock';
import { type Context } from './context';
import { demoWorld } from './demo/world';
import { createMaterial } from './entra/material';
import { TokenAuthority } from './entra/tokens';
import { Faults } from './faults';
import { defaultKnobs } from './knobs';
import { RequestLog } from './requestLog';
import { StatusUrls } from './statusUrls';

/** A stand-in's state before it listens; its addresses and its network come with the listeners. */
export async function createContext(): Promise<Context> {
  const clock = new Clock();
  const material = await createMaterial();
  return {
    checkDataSource: () => Promise.reject(new Error('the private network is not there yet')),
    clock,
    faults: new Faults(),
    knobs: defaultKnobs(),
    material,
    plannedFailures: [],
    requests: new RequestLog(),
    statusUrls: new StatusUrls(),
    tokens: await TokenAuthority.create(),
    urls: { resourceManager: '', entra: '', grafana: '', control: '', network: '' },
    world: demoWorld(clock, material),
  };
}
