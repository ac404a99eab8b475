import { type DataSourceHealth } from '../grafana/dataSourceHealth';
import { type StoredDataSource } from '../grafana/dataSources';
import { Clock } from './clock';
import { demoWorld } from './demo/world';
import { type SignInMaterial, createMaterial } from './entra/material';
import { TokenAuthority } from './entra/tokens';
import { Faults } from './faults';
import { type Knobs, defaultKnobs } from './knobs';
import { StatusUrls } from './operations';
import { RequestLog } from './requestLog';
import { type OperationKind, type OperationOutcome, type World } from './state';

export interface Urls {
  resourceManager: string;
  entra: string;
  grafana: string;
  control: string;
  /** The closed network's proxy, for HTTP_PROXY and HTTPS_PROXY of a Grafana in the main workspace's managed network. */
  network: string;
}

interface PlannedFailure {
  kind: OperationKind | '*';
  outcome: Exclude<OperationOutcome, { status: 'Succeeded' }>;
}

/** Undefined when the type has no backend. */
type CheckDataSource = (source: StoredDataSource, network: string) => Promise<DataSourceHealth | undefined>;

/** Everything the stand-in's routes share. A reset replaces `world` and `knobs`, never the object itself. */
export interface Context {
  /** Checks a data source from a workspace's network, or from outside of all where it is empty. */
  checkDataSource: CheckDataSource;
  clock: Clock;
  faults: Faults;
  knobs: Knobs;
  material: SignInMaterial;
  requests: RequestLog;
  statusUrls: StatusUrls;
  /** How the next operations end, first come first served. */
  plannedFailures: PlannedFailure[];
  tokens: TokenAuthority;
  /** Filled in once the listeners have their ports. */
  urls: Urls;
  world: World;
}

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

/** Back to the demonstration: data, faults, knobs, time and the request log. Tokens stay good. */
export function resetStandIn(context: Context): void {
  context.clock.reset();
  context.faults.clear();
  context.requests.clear();
  context.plannedFailures = [];
  context.knobs = defaultKnobs();
  context.world = demoWorld(context.clock, context.material);
}
