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

const nobody = {
  isSignedIn: false,
  id: 0,
  uid: '',
  login: '',
  email: '',
  name: '',
  orgCount: 0,
  orgId: 0,
  orgName: '',
  orgRole: '',
  isGrafanaAdmin: false,
  permissions: {},
};

function somebody(user: PreviewUser): typeof nobody {
  return {
    isSignedIn: true,
    id: user.id,
    uid: user.login,
    login: user.login,
    email: emailOf(user),
    name: user.name,
    orgCount: 1,
    orgId: 1,
    orgName: 'Main Org.',
    orgRole: user.role,
    isGrafanaAdmin: user.isServerAdmin,
    permissions: permissionsOf(user),
  };
}

function bootUser(user: PreviewUser | undefined, theme: string) {
  return {
    ...(user ? somebody(user) : nobody),
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
