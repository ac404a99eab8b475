import { type DataSourceHealthCheck } from '../grafana/dataSourceHealth';
import { type AzureIni } from './backend/environment';
import { type PluginSupervisor } from './backend/supervisor';
import { type Demonstration } from './demonstration';
import { type GrafanaLine } from './grafanaLine';
import { type PluginManifest } from './manifest';
import { type PreviewState } from './state/provisioning';
import { type Sessions, type Users } from './state/users';

/** Everything the routes of one running preview work with. */
export interface Preview {
  /** Origin under which browsers reach it. */
  url: string;
  /** The path of Grafana's `root_url`, such as /grafana; '' at the root. */
  subPath: string;
  grafana: GrafanaLine;
  manifest: PluginManifest;
  /** Folder of the built plugin. */
  distDir: string;
  /** Folder of the built host page. */
  hostDir: string;
  /** Section [azure] of its configuration; the backend gets a change at its next start. */
  azure: AzureIni;
  users: Users;
  sessions: Sessions;
  /** Replaced as a whole by a reset. */
  state: PreviewState;
  backend: PluginSupervisor;
  checkDataSource: DataSourceHealthCheck;
  /** What the start page introduces. */
  demonstration?: Demonstration;
  /** Goes back to what is provisioned. */
  reset: () => Promise<void>;
}
