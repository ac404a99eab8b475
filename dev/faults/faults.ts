import { demo, demoWorkspaceId } from '../azure/demo';
import { type TestBackend } from './backend';
import { type Step } from './steps';

/** Something that goes wrong. */
export interface Fault {
  name: string;
  /** Makes it go wrong for the step's own request, until the faults are cleared. */
  arrange: (backend: TestBackend, step: Step) => Promise<unknown> | void;
  /** The backend begins anew, without a token from before. */
  cold?: boolean;
  /** Runs while the step runs. */
  meanwhile?: (backend: TestBackend) => Promise<void>;
  /** Reverts what clearing the stand-in's faults doesn't. */
  revert?: (backend: TestBackend) => Promise<unknown> | void;
}

type Effect = Parameters<TestBackend['control']['fault']>[0]['effect'];

const upstream =
  (effect: Effect, more: { times?: number; when?: 'before' | 'after' } = {}): Fault['arrange'] =>
  ({ control }, step) =>
    control.fault({ ...step.upstream, times: 0, ...more, effect });

const status = (code: number, headers: Record<string, string> = {}): Effect => ({
  kind: 'status',
  status: code,
  headers,
  body: { error: { code: 'Fault', message: 'The service has a fault.' }, message: 'The service has a fault.' },
});

function said(code: number, message: string): Effect {
  return { kind: 'status', status: code, headers: {}, body: { message } };
}

const assignments = `/identities/${demo.clientId}/assignments`;
const workspace = `/workspaces/${demo.workspaces.main}`;

const throttledShortly: Fault = {
  name: 'Throttled once for 1 second',
  arrange: upstream(status(429, { 'retry-after': '1' }), { times: 1 }),
};
const throttledLong: Fault = {
  name: 'Throttled for 1 minute',
  arrange: upstream(status(429, { 'retry-after': '60' })),
};
const failsOnce: Fault = { name: 'Single server error', arrange: upstream(status(500), { times: 1 }) };
const fails: Fault = { name: 'Persistent server error', arrange: upstream(status(503)) };
const resets: Fault = { name: 'Connection reset', arrange: upstream({ kind: 'reset' }) };
const page: Fault = {
  name: 'Error page of a proxy instead of a response',
  arrange: upstream({ kind: 'status', status: 502, body: '<html><title>Bad gateway</title></html>' }),
};
const broken: Fault = { name: 'Invalid JSON', arrange: upstream({ kind: 'brokenJson' }) };
const truncated: Fault = { name: 'Truncated response', arrange: upstream({ kind: 'truncated' }) };

/** For reads. */
export const readFaults = [throttledShortly, throttledLong, failsOnce, fails, resets, page, broken, truncated];

/** For changes: the same, and responses that get lost after the change was applied. */
export const writeFaults: Fault[] = [
  throttledLong,
  fails,
  resets,
  { name: 'Server error after the change', arrange: upstream(status(500), { when: 'after' }) },
  { name: 'Connection reset after the change', arrange: upstream({ kind: 'reset' }, { when: 'after' }) },
  { name: 'Truncated response', arrange: upstream({ kind: 'truncated' }, { when: 'after' }) },
];

/** For changes of the workspace: it takes one at a time. */
export const busy: Fault = {
  name: 'Another change in progress',
  arrange: ({ control }) => control.call('POST', `${workspace}/busy`, { seconds: 60 }),
  revert: ({ control }) => control.advance(61),
};

/** For changes of a data source: what Grafana refuses. */
export const changedFaults: Fault[] = [
  {
    name: 'Updated by someone else',
    arrange: upstream(said(409, 'Datasource has already been updated by someone else. Please reload and try again')),
  },
  { name: 'Deleted by someone else', arrange: upstream(said(404, 'Data source not found')) },
  { name: 'Provisioned in the meantime', arrange: upstream(said(403, 'Cannot update read-only data source')) },
];

/** For a new data source. */
export const nameTaken: Fault = {
  name: 'Name already taken',
  arrange: upstream(said(409, 'data source with the same name already exists')),
};

/** What takes the plugin's access to the workspace's Grafana away. */
export const accessFaults: Fault[] = [
  {
    name: 'Role in the workspace’s Grafana removed',
    arrange: ({ control }) => control.call('PUT', assignments, [{ scope: '/', actions: ['*'] }]),
    revert: ({ control }) => control.call('PUT', assignments, [{ scope: '/', actions: ['*'], dataActions: ['*'] }]),
  },
  {
    name: 'Public access of the workspace disabled',
    arrange: ({ control }) => control.call('PATCH', workspace, { publicNetworkAccess: 'Disabled' }),
    revert: ({ control }) => control.call('PATCH', workspace, { publicNetworkAccess: 'Enabled' }),
  },
];

/** An answer that takes longer than the backend waits; by then a change was applied. */
export const slow: Fault = {
  name: 'Timeout',
  arrange: (backend, step) =>
    upstream(
      { kind: 'delay', milliseconds: step.isPatient ? 58_000 : 40_000 },
      {
        times: 1,
        when: step.done ? 'after' : 'before',
      }
    )(backend, step),
};

/** A response later than most steps wait for. */
export const late: Fault = {
  name: 'Response after 25 seconds',
  arrange: upstream({ kind: 'delay', milliseconds: 25_000 }, { times: 1 }),
};

/** What stands between the backend and everything it does. */
export const commonFaults: Fault[] = [
  { name: 'Wrong client secret', arrange: (backend) => backend.configure({ clientSecret: 'not-the-secret' }) },
  {
    name: 'Expired client secret',
    arrange: (backend) => backend.configure({ clientSecret: demo.expiredClientSecret }),
  },
  {
    name: 'Unknown tenant',
    arrange: (backend) => backend.configure({ tenantId: '11111111-2222-3333-4444-555555555555' }),
  },
  {
    name: 'Unknown application',
    arrange: (backend) => backend.configure({ clientId: '11111111-2222-3333-4444-555555555555' }),
  },
  {
    name: 'Application disabled',
    cold: true,
    arrange: ({ control }) => control.call('PATCH', `/identities/${demo.clientId}`, { disabled: true }),
    revert: ({ control }) => control.call('PATCH', `/identities/${demo.clientId}`, { disabled: false }),
  },
  {
    name: 'Token endpoint resets connections',
    cold: true,
    arrange: ({ control }) => control.fault({ host: 'entra', times: 0, effect: { kind: 'reset' } }),
  },
  {
    name: 'Token endpoint unavailable',
    cold: true,
    arrange: ({ control }) => control.fault({ host: 'entra', times: 0, effect: status(503) }),
  },
  {
    name: 'Token revoked',
    arrange: async ({ ask, control }) => {
      await ask('GET', 'endpoints');
      await control.call('POST', '/tokens/revoke');
    },
  },
  {
    name: 'Permissions removed',
    arrange: async ({ ask, control }) => {
      await ask('GET', 'endpoints');
      await control.call('PUT', assignments, []);
    },
    revert: ({ control }) => control.reset().then(() => control.turn({ operationSeconds: 0 })),
  },
  {
    name: 'Workspace deleted',
    arrange: (backend) => backend.configure({ workspaceId: demoWorkspaceId('contoso-gone') }),
  },
  {
    name: 'Backend killed during the request',
    arrange: upstream({ kind: 'delay', milliseconds: 1_500 }),
    meanwhile: async (backend) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await backend.kill();
    },
    // Whatever was sent has arrived by then, and the backend runs again.
    revert: () => new Promise((resolve) => setTimeout(resolve, 2_500)),
  },
];
