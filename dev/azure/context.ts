import { type Clock } from './clock';
import { type TokenAuthority } from './entra/tokens';
import { type Faults } from './faults';
import { type Knobs } from './knobs';
import { type RequestLog } from './requestLog';
import { type World } from './state';

export interface Urls {
  resourceManager: string;
  entra: string;
  grafana: string;
  control: string;
}

/** Everything the stand-in's routes share. A reset replaces `world` and `knobs`, never the object itself. */
export interface Context {
  clock: Clock;
  faults: Faults;
  knobs: Knobs;
  requests: RequestLog;
  tokens: TokenAuthority;
  /** Filled in once the listeners have their ports. */
  urls: Urls;
  world: World;
}
