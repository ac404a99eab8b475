import { type Preview } from '../preview';
import { type PreviewUser, emailOf, permissionsOf } from '../state/users';
import { frontendSettings } from './frontendSettings';
import { navTree } from './navTree';

/** What Grafana writes into its page as `window.grafanaBootData`; the user is nobody before signing in. */
export function bootData(preview: Preview, user: PreviewUser | undefined, theme = user?.theme ?? 'dark') {
  return {
    user: bootUser(user, theme),
    settings: frontendSettings(preview, user),
    navTree: user ? navTree(preview, user) : [],
    assets: { light: '', dark: '', jsFiles: [{ filePath: 'public/build/main.js', integrity: '' }] },
  };
}

const nobody = { id: 0, login: '', name: '', role: '', isServerAdmin: false };

function bootUser(user: PreviewUser | undefined, theme: string) {
  const { id, login, name, role, isServerAdmin } = user ?? nobody;
  return {
    isSignedIn: user !== undefined,
    id,
    uid: login,
    login,
    email: user ? emailOf(user) : '',
    name,
    orgCount: user ? 1 : 0,
    orgId: user ? 1 : 0,
    orgName: user ? 'Main Org.' : '',
    orgRole: role,
    isGrafanaAdmin: isServerAdmin,
    permissions: user ? permissionsOf(user) : {},
    externalUserId: '',
    theme,
    lightTheme: theme === 'light',
    gravatarUrl: '',
    timezone: 'browser',
    weekStart: 'browser',
    regionalFormat: 'en-US',
    language: 'en-US',
    analytics: { identifier: '' },
    authenticatedBy: '',
  };
}
