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
  /** Runs while the step is under way. */
  meanwhile?: (backend: TestBackend) => Promise<void>;
  /** Puts right what clearing the stand-in's faults doesn't. */
  mend?: (backend: TestBackend) => Promise<unknown> | void;
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
  name: 'Throttled once, for a second',
  arrange: upstream(status(429, { 'retry-after': '1' }), { times: 1 }),
};
const throttledLong: Fault = {
  name: 'Throttled for a minute',
  arrange: upstream(status(429, { 'retry-after': '60' })),
};
const failsOnce: Fault = { name: 'Server error, once', arrange: upstream(status(500), { times: 1 }) };
const fails: Fault = { name: 'Server error that stays', arrange: upstream(status(503)) };
const resets: Fault = { name: 'Connection reset', arrange: upstream({ kind: 'reset' }) };
const page: Fault = {
  name: "A proxy's page in place of the answer",
  arrange: upstream({ kind: 'status', status: 502, body: '<html><title>Bad gateway</title></html>' }),
};
const broken: Fault = { name: 'Broken JSON', arrange: upstream({ kind: 'brokenJson' }) };
const truncated: Fault = { name: 'Answer cut off', arrange: upstream({ kind: 'truncated' }) };

/** For reads. */
export const readFaults = [throttledShortly, throttledLong, failsOnce, fails, resets, page, broken, truncated];

/** For changes: the same, and answers that get lost once the change has happened. */
export const writeFaults: Fault[] = [
  throttledLong,
  fails,
  resets,
  { name: 'Server error after the change', arrange: upstream(status(500), { when: 'after' }) },
  { name: 'Connection reset after the change', arrange: upstream({ kind: 'reset' }, { when: 'after' }) },
  { name: 'Answer cut off', arrange: upstream({ kind: 'truncated' }, { when: 'after' }) },
];

/** For changes of the workspace: it takes one at a time. */
export const busy: Fault = {
  name: 'Another change is under way',
  arrange: ({ control }) => control.call('POST', `${workspace}/busy`, { seconds: 60 }),
  mend: ({ control }) => control.advance(61),
};

/** For changes of a data source: what Grafana's rules make of them. */
export const changedFaults: Fault[] = [
  {
    name: 'Changed by somebody else meanwhile',
    arrange: upstream(said(409, 'Datasource has already been updated by someone else. Please reload and try again')),
  },
  { name: 'Deleted meanwhile', arrange: upstream(said(404, 'Data source not found')) },
  { name: 'Provisioned meanwhile', arrange: upstream(said(403, 'Cannot update read-only data source')) },
];

/** For a new data source. */
export const nameTaken: Fault = {
  name: 'Name taken meanwhile',
  arrange: upstream(said(409, 'data source with the same name already exists')),
};

/** What closes the workspace's Grafana to the plugin. */
export const accessFaults: Fault[] = [
  {
    name: 'Role in the workspace’s Grafana lost',
    arrange: ({ control }) => control.call('PUT', assignments, [{ scope: '/', actions: ['*'] }]),
    mend: ({ control }) => control.call('PUT', assignments, [{ scope: '/', actions: ['*'], dataActions: ['*'] }]),
  },
  {
    name: 'Public access of the workspace disabled',
    arrange: ({ control }) => control.call('PATCH', workspace, { publicNetworkAccess: 'Disabled' }),
    mend: ({ control }) => control.call('PATCH', workspace, { publicNetworkAccess: 'Enabled' }),
  },
];

/** An answer that takes longer than the backend waits; a change has happened by then. */
export const slow: Fault = {
  name: 'No answer in time',
  arrange: (backend, step) =>
    upstream(
      { kind: 'delay', milliseconds: step.isPatient ? 58_000 : 40_000 },
      {
        times: 1,
        when: step.done ? 'after' : 'before',
      }
    )(backend, step),
};

/** An answer that most steps would give up on. */
export const late: Fault = {
  name: 'An answer after 25 seconds',
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
    name: 'Application switched off',
    cold: true,
    arrange: ({ control }) => control.call('PATCH', `/identities/${demo.clientId}`, { disabled: true }),
    mend: ({ control }) => control.call('PATCH', `/identities/${demo.clientId}`, { disabled: false }),
  },
  {
    name: 'Token endpoint resets connections',
    cold: true,
    arrange: ({ control }) => control.fault({ host: 'entra', times: 0, effect: { kind: 'reset' } }),
  },
  {
    name: 'Token endpoint is down',
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
    name: 'Rights lost',
    arrange: async ({ ask, control }) => {
      await ask('GET', 'endpoints');
      await control.call('PUT', assignments, []);
    },
    mend: ({ control }) => control.reset().then(() => control.turn({ operationSeconds: 0 })),
  },
  {
    name: 'Workspace vanished',
    arrange: (backend) => backend.configure({ workspaceId: demoWorkspaceId('contoso-gone') }),
  },
  {
    name: 'Backend killed meanwhile',
    arrange: upstream({ kind: 'delay', milliseconds: 1_500 }),
    meanwhile: async (backend) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await backend.kill();
    },
    // Whatever was sent has arrived by then, and the backend runs again.
    mend: () => new Promise((resolve) => setTimeout(resolve, 2_500)),
  },
];
