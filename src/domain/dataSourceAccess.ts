import { type Failure } from './failure';

/** Whether something may be done, as far as it can be told. */
export type AccessRight = 'yes' | 'no' | 'unknown';

/** What may be done with the data sources of a place. */
export interface DataSourceAccess {
  /** Who acts there: the user, the configured identity, or a service account token. */
  signIn: 'user' | 'identity' | 'token';
  /** Origin of the workspace's Grafana; '' for this Grafana, or when Azure tells none. */
  origin: string;
  /** False when the workspace is closed to the public network. */
  publicAccess: boolean;
  /** True when that Grafana answered and took the token. */
  reachable: boolean;
  /** The least role that has these permissions; '' when it can't be told. */
  role: string;
  permissions: Record<'read' | 'query' | 'create' | 'write' | 'delete', AccessRight>;
  /** Why it couldn't be asked. */
  error?: Failure;
}

/** Who acts with the data sources, and lacks something. */
const lacking: Record<DataSourceAccess['signIn'], string> = {
  user: 'You don’t have permission',
  identity: 'The configured identity doesn’t have permission',
  token: 'The service account doesn’t have permission',
};

/** What is missing to change data sources, and what to do about it; '' when nothing is known to be missing. */
export function missingAccess(access: DataSourceAccess): string {
  if (access.error) {
    return '';
  }
  const { write, create, read } = access.permissions;
  const denied = [read === 'no' && 'read', write === 'no' && 'change', create === 'no' && 'create'].filter(Boolean);
  if (denied.length === 0) {
    return '';
  }
  return `${lacking[access.signIn]} to ${denied.join(' or ')} data sources. ${remedy[access.signIn]}`;
}

const remedy: Record<DataSourceAccess['signIn'], string> = {
  user: 'Ask a Grafana admin for the Admin role, or to do it for you.',
  identity:
    'Assign it the Grafana Admin role on the workspace in Azure. Role assignments can take a few minutes to take effect.',
  token: 'Give it the role Admin in the workspace’s Grafana.',
};

/** One finding about the way to the data sources, as the configuration page shows it. */
export interface AccessFinding {
  title: string;
  outcome: 'ok' | 'failed' | 'warning' | 'unknown' | 'skipped';
  summary: string;
  hint: string;
  error?: Failure;
}

/** What was found, step by step: the way there, whether it takes the sign-in, and each right. */
export function accessFindings(access: DataSourceAccess): AccessFinding[] {
  const permissions: Array<['read' | 'write' | 'create' | 'query', string]> = [
    ['read', 'See data sources'],
    ['write', 'Change data sources'],
    ['create', 'Create data sources'],
    ['query', 'Test data sources'],
  ];
  return [
    ...(access.signIn === 'user' ? [] : [publicAccess(access), reached(access)]),
    ...permissions.map(([key, title]) => rightFinding(access, access.permissions[key], title)),
  ];
}

function publicAccess({ publicAccess: open }: DataSourceAccess): AccessFinding {
  return {
    title: 'Public access of the workspace',
    outcome: open ? 'ok' : 'warning',
    summary: open
      ? 'Public access to the workspace’s Grafana is enabled.'
      : 'Public access to the workspace’s Grafana is disabled.',
    hint: open
      ? ''
      : 'Its data sources can only be reached from here if this Grafana’s network has a private endpoint to the workspace, and the operator lists its host in grafana_hosts.',
  };
}

function reached({ reachable, signIn, origin, role, error }: DataSourceAccess): AccessFinding {
  const who = signIn === 'token' ? 'the service account token' : 'the configured identity';
  return {
    title: 'The workspace’s Grafana',
    outcome: reachable ? 'ok' : 'failed',
    summary: reachable
      ? `${origin} accepts ${who}${role ? `, which has the role ${role}` : ''}.`
      : (error?.message ?? `${origin || 'It'} did not answer.`),
    hint: reachable ? '' : (error?.hint ?? ''),
    error,
  };
}

function rightFinding(access: DataSourceAccess, right: AccessRight, title: string): AccessFinding {
  const outcome = { yes: 'ok', no: 'warning', unknown: access.error ? 'skipped' : 'unknown' } as const;
  return {
    title,
    outcome: outcome[right],
    summary: right === 'no' ? `${lacking[access.signIn]}.` : '',
    hint: right === 'no' ? remedy[access.signIn] : '',
  };
}
