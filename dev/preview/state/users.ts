import { randomBytes } from 'node:crypto';

/** A role in the organisation, as Grafana names it. */
export type OrgRole = 'Admin' | 'Editor' | 'Viewer' | 'None';

export const orgRoles: readonly OrgRole[] = ['None', 'Viewer', 'Editor', 'Admin'];

/** Someone who can sign in to the preview. */
export interface PreviewUser {
  id: number;
  login: string;
  password: string;
  name: string;
  role: OrgRole;
  /** Grafana's own administrator: a flag apart from the role, which plugins do not see. */
  isServerAdmin: boolean;
  /** RBAC actions that this person hasn't, whatever the role grants: where Grafana is licensed, rights are given singly. */
  without: string[];
  theme: 'dark' | 'light';
}

/** The people of one preview; those it begins with have their login as password. */
export class Users {
  private readonly users: PreviewUser[] = [];

  constructor() {
    this.add('admin', 'admin', 'Admin', 'Admin');
    this.add('editor', 'editor', 'Editor', 'Editor');
    this.add('viewer', 'viewer', 'Viewer', 'Viewer');
    this.add('serveradmin', 'serveradmin', 'Server admin (Viewer)', 'Viewer').isServerAdmin = true;
  }

  list(): readonly PreviewUser[] {
    return this.users;
  }

  add(login: string, password: string, name: string, role: OrgRole): PreviewUser {
    const id = this.users.length + 1;
    const user: PreviewUser = { id, login, password, name, role, isServerAdmin: false, without: [], theme: 'dark' };
    this.users.push(user);
    return user;
  }

  byLogin(login: string | undefined): PreviewUser | undefined {
    return this.users.find((user) => user.login === login);
  }

  byId(id: number): PreviewUser | undefined {
    return this.users.find((user) => user.id === id);
  }

  /** The user with this login and password, or undefined. */
  verify(login: string, password: string): PreviewUser | undefined {
    const user = this.byLogin(login);
    return user?.password === password ? user : undefined;
  }
}

const reads = [
  ...['datasources:read', 'datasources:query', 'plugins.app:access'],
  ...['dashboards:read', 'folders:read', 'alert.rules:read'],
];
const edits = ['folders:create', 'alert.rules:create', 'alert.provisioning.provenance:write'];
const writes = [
  ...['datasources:create', 'datasources:write', 'datasources:delete', 'plugins:write'],
  ...['alert.provisioning:read', 'alert.provisioning:write'],
];
const serverWide = ['plugins:install', 'server:stats:read'];

/** The RBAC actions that Grafana 12 grants by default, as far as this plugin meets them, less those taken away. */
export function permissionsOf({ role, isServerAdmin, without }: PreviewUser): Record<string, boolean> {
  const actions = [
    ...(role === 'None' ? [] : reads),
    ...(roleIncludes(role, 'Editor') ? edits : []),
    ...(role === 'Admin' ? writes : []),
    ...(isServerAdmin ? serverWide : []),
  ];
  return Object.fromEntries(actions.filter((action) => !without.includes(action)).map((action) => [action, true]));
}

/** Whether `role` is at least `needed`. */
export function roleIncludes(role: OrgRole, needed: string | undefined): boolean {
  const rank = orgRoles.findIndex((candidate) => candidate === (needed || 'Viewer'));
  return orgRoles.indexOf(role) >= rank;
}

export function emailOf({ login }: PreviewUser): string {
  return `${login}@localhost`;
}

/** Who is signed in: session cookies of one preview, kept in memory. */
export class Sessions {
  private readonly logins = new Map<string, string>();

  /** Opens a session and returns its token. */
  open(login: string): string {
    const token = randomBytes(18).toString('base64url');
    this.logins.set(token, login);
    return token;
  }

  /** The login name behind a token, or undefined. */
  loginOf(token: string | undefined): string | undefined {
    return token === undefined ? undefined : this.logins.get(token);
  }

  close(token: string | undefined): void {
    if (token !== undefined) {
      this.logins.delete(token);
    }
  }
}
