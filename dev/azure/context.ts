import { type DataSourceHealth } from '../grafana/dataSourceHealth';
import { type StoredDataSource } from '../grafana/dataSources';
import { type Clock } from './clock';
import { type SignInMaterial } from './entra/material';
import { type TokenAuthority } from './entra/tokens';
import { type Faults } from './faults';
import { type Knobs } from './knobs';
import { type StatusUrls } from './statusUrls';
import { type RequestLog } from './requestLog';
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
