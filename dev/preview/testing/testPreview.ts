import { noDataSourceBackends } from '../../grafana/dataSourceHealth';
import { defaultAzureIni } from '../backend/environment';
import { PluginSupervisor } from '../backend/supervisor';
import { type Preview } from '../preview';
import { type PreviewState } from '../state/provisioning';
import { Sessions, Users } from '../state/users';

/** A preview without a plugin's files and without a running backend, for tests of its routes. */
export function testPreview(state: () => PreviewState, more: Partial<Preview> = {}): Preview {
  const preview: Preview = {
    url: 'http://localhost:3000',
    subPath: '',
    grafana: { name: '12', version: '12.4.10', folder: '/nowhere' },
    manifest: {
      id: 'an-app',
      type: 'app',
      name: 'An app',
      info: { version: '1.0.0', logos: { small: '', large: '' } },
    },
    distDir: '/nowhere',
    hostDir: '/nowhere',
    azure: defaultAzureIni,
    users: new Users(),
    sessions: new Sessions(),
    state: state(),
    backend: new PluginSupervisor({ binary: '', environment: () => ({}), log: () => undefined }),
    checkDataSource: noDataSourceBackends,
    reset: async () => {
      preview.state = state();
    },
    ...more,
  };
  return preview;
}

/** Where a request to `previewApp().request` comes from. */
export const testConnection = {
  incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } },
};
