import { same } from './state';

/** A set of rights, in the words of Azure's role definitions; `*` stands for any run of characters. */
export interface Permission {
  actions: string[];
  notActions: string[];
  dataActions: string[];
  notDataActions: string[];
}

/** Rights on a scope and on everything below it. */
export interface RoleAssignment {
  /** An ARM id, or `/` for the whole tenant. */
  scope: string;
  permission: Permission;
}

/** Whose tokens an app takes as its own sign-in. */
export interface FederatedCredential {
  issuer: string;
  subject: string;
  audience: string;
}

/** An app registration with its service principal. */
export interface Identity {
  clientId: string;
  objectId: string;
  displayName: string;
  secrets: Array<{ value: string; expiresAt: number }>;
  /** PEM of the certificates it may sign in with. */
  certificates: string[];
  federated: FederatedCredential[];
  /** A managed identity signs in through the endpoint of the machine it runs on, never by a credential. */
  managed: boolean;
  disabled: boolean;
  assignments: RoleAssignment[];
}

export const findIdentity = (identities: Identity[], clientId: string): Identity | undefined =>
  identities.find((identity) => same(identity.clientId, clientId));

export function permission(actions: string[], notActions: string[] = [], dataActions: string[] = []): Permission {
  return { actions, notActions, dataActions, notDataActions: [] };
}

/** The permissions that apply at a scope: those given there and above. */
export function permissionsAt(identity: Identity, scope: string): Permission[] {
  const path = `${scope.toLowerCase().replace(/\/+$/, '')}/`;
  return identity.assignments
    .filter((assignment) => path.startsWith(`${assignment.scope.toLowerCase().replace(/\/+$/, '')}/`))
    .map((assignment) => assignment.permission);
}

export function mayAct(identity: Identity, action: string, scope: string): boolean {
  return permissionsAt(identity, scope).some(({ actions, notActions }) => grants(action, actions, notActions));
}

/** The same for data actions, such as a role in a workspace's Grafana. */
export function mayActOnData(identity: Identity, action: string, scope: string): boolean {
  return permissionsAt(identity, scope).some((it) => grants(action, it.dataActions, it.notDataActions));
}

function grants(action: string, granted: string[], excepted: string[]): boolean {
  const covers = (pattern: string) => {
    const literal = pattern.split('*').map((part) => part.replace(/[.\\/+?^${}()|[\]]/g, '\\$&'));
    return new RegExp(`^${literal.join('.*')}$`, 'i').test(action);
  };
  return granted.some(covers) && !excepted.some(covers);
}
