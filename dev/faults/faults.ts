import { setTimeout as sleep } from 'node:timers/promises';
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

const said = (code: number, message: string): Effect => ({
  kind: 'status',
  status: code,
  headers: {},
  body: { message },
});

const fault = (name: string, arrange: Fault['arrange'], more: Partial<Fault> = {}): Fault => ({
  name,
  arrange,
  ...more,
});

const assignments = `/identities/${demo.clientId}/assignments`;
const workspace = `/workspaces/${demo.workspaces.main}`;
const nobody = '11111111-2222-3333-4444-555555555555';

const throttledLong = fault('Throttled for 1 minute', upstream(status(429, { 'retry-after': '60' })));
const fails = fault('Persistent server error', upstream(status(503)));
const resets = fault('Connection reset', upstream({ kind: 'reset' }));
const errorPage: Effect = { kind: 'status', status: 502, body: '<html><title>Bad gateway</title></html>' };

/** For reads. */
export const readFaults = [
  fault('Throttled once for 1 second', upstream(status(429, { 'retry-after': '1' }), { times: 1 })),
  throttledLong,
  fault('Single server error', upstream(status(500), { times: 1 })),
  fails,
  resets,
  fault('Error page of a proxy instead of a response', upstream(errorPage)),
  fault('Invalid JSON', upstream({ kind: 'brokenJson' })),
  fault('Truncated response', upstream({ kind: 'truncated' })),
];

/** For changes: the same, and responses that get lost after the change was applied. */
export const writeFaults = [
  throttledLong,
  fails,
  resets,
  fault('Server error after the change', upstream(status(500), { when: 'after' })),
  fault('Connection reset after the change', upstream({ kind: 'reset' }, { when: 'after' })),
  fault('Truncated response', upstream({ kind: 'truncated' }, { when: 'after' })),
];

/** For changes of the workspace: it takes one at a time. */
export const busy = fault(
  'Another change in progress',
  ({ control }) => control.call('POST', `${workspace}/busy`, { seconds: 60 }),
  { revert: ({ control }) => control.advance(61) }
);

const refused = (code: string, message: string, status = 409): Effect => ({
  kind: 'status',
  status,
  headers: {},
  body: { error: { code, message } },
});
const linked =
  "The client has permission to perform action 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/write' on scope 'x'; however, ";

/** For a new endpoint: what Azure refuses however often it is asked. */
export const refusals = [
  fault(
    'Permission missing on the target resource',
    upstream(
      refused(
        'LinkedAuthorizationFailed',
        `${linked}it does not have permission to perform action 'Microsoft.Sql/servers/PrivateEndpointConnectionsApproval/action' on the linked scope(s) '/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/orders' or the linked scope(s) are invalid.`,
        403
      )
    )
  ),
  fault(
    'Target resource in another tenant',
    upstream(
      refused(
        'LinkedAuthorizationFailed',
        `${linked}the current tenant '${nobody}' is not authorized to access linked subscription '${nobody}'.`,
        403
      )
    )
  ),
  fault(
    'Subscription disabled',
    upstream(
      refused(
        'ReadOnlyDisabledSubscription',
        `The subscription '${demo.observabilitySubscriptionId}' is disabled and therefore marked as read only.`
      )
    )
  ),
  fault(
    'Resource group being deleted',
    upstream(
      refused('ResourceGroupBeingDeleted', `The resource group '${demo.resourceGroup}' is in deprovisioning state.`)
    )
  ),
];

/** For changes of a data source: what Grafana refuses. */
export const changedFaults = [
  fault(
    'Updated by someone else',
    upstream(said(409, 'Datasource has already been updated by someone else. Please reload and try again'))
  ),
  fault('Deleted by someone else', upstream(said(404, 'Data source not found'))),
  fault('Provisioned in the meantime', upstream(said(403, 'Cannot update read-only data source'))),
];

/** For a new data source. */
export const nameTaken = fault(
  'Name already taken',
  upstream(said(409, 'data source with the same name already exists'))
);

/** What takes the plugin's access to the workspace's Grafana away. */
export const accessFaults = [
  fault(
    'Role in the workspace’s Grafana removed',
    ({ control }) => control.call('PUT', assignments, [{ scope: '/', actions: ['*'] }]),
    { revert: ({ control }) => control.call('PUT', assignments, [{ scope: '/', actions: ['*'], dataActions: ['*'] }]) }
  ),
  fault(
    'Public access of the workspace disabled',
    ({ control }) => control.call('PATCH', workspace, { publicNetworkAccess: 'Disabled' }),
    { revert: ({ control }) => control.call('PATCH', workspace, { publicNetworkAccess: 'Enabled' }) }
  ),
];

/** An answer that takes longer than the backend waits; by then a change was applied. */
export const slow = fault('Timeout', (backend, step) => {
  const delay: Effect = { kind: 'delay', milliseconds: step.isPatient ? 58_000 : 40_000 };
  return upstream(delay, { times: 1, when: step.done ? 'after' : 'before' })(backend, step);
});

/** A response later than most steps wait for. */
export const late = fault('Response after 25 seconds', upstream({ kind: 'delay', milliseconds: 25_000 }, { times: 1 }));

const switchApp =
  (disabled: boolean) =>
  ({ control }: TestBackend) =>
    control.call('PATCH', `/identities/${demo.clientId}`, { disabled });

const tokenEndpoint =
  (effect: Effect) =>
  ({ control }: TestBackend) =>
    control.fault({ host: 'entra', times: 0, effect });

/** What stands between the backend and everything it does. */
export const commonFaults = [
  fault('Wrong client secret', (backend) => backend.configure({ clientSecret: 'not-the-secret' })),
  fault('Expired client secret', (backend) => backend.configure({ clientSecret: demo.expiredClientSecret })),
  fault('Unknown tenant', (backend) => backend.configure({ tenantId: nobody })),
  fault('Unknown application', (backend) => backend.configure({ clientId: nobody })),
  fault('Application disabled', switchApp(true), {
    cold: true,
    revert: async (backend) => {
      await switchApp(false)(backend);
      // A refused identity is remembered for 5 seconds.
      await new Promise((resolve) => setTimeout(resolve, 5_500));
    },
  }),
  fault('Token endpoint resets connections', tokenEndpoint({ kind: 'reset' }), { cold: true }),
  fault('Token endpoint unavailable', tokenEndpoint(status(503)), { cold: true }),
  fault('Token revoked', async ({ ask, control }) => {
    await ask('GET', 'endpoints');
    await control.call('POST', '/tokens/revoke');
  }),
  fault(
    'Permissions removed',
    async ({ ask, control }) => {
      await ask('GET', 'endpoints');
      await control.call('PUT', assignments, []);
    },
    { revert: ({ control }) => control.reset().then(() => control.turn({ operationSeconds: 0 })) }
  ),
  fault('Workspace deleted', (backend) => backend.configure({ workspaceId: demoWorkspaceId('contoso-gone') })),
  fault('Backend killed during the request', upstream({ kind: 'delay', milliseconds: 1_500 }), {
    meanwhile: async (backend) => {
      await sleep(700);
      await backend.kill();
    },
    // Whatever was sent has arrived by then, and the backend runs again.
    revert: () => sleep(2_500),
  }),
];
