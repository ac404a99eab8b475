import { screen, waitFor, within } from '@testing-library/react';
import { keepPlannedUpdate } from '../../data/keptFills';
import { workspaceIdentity } from '../../domain/workspace';
import { demoWorkspace, INFLUX, ORDERS, STRANGE } from '../../test/fixtures';
import { answers, fails, hangs } from '../../test/handlers';
import { keepDraft, readyDraft } from '../../test/renderCreate';
import { server } from '../../test/server';
import { badge, fact, lifeStep, noteToasts, openEndpoint, panel, state } from '../../test/renderEndpoint';

const id = workspaceIdentity(demoWorkspace);
const SENSORS = { uid: 'sensors', name: 'Sensors', type: 'influxdb', url: 'http://influx.internal.contoso.com' };

let toasts: string[][] = [];
beforeEach(() => {
  toasts = noteToasts();
});
afterEach(() => jest.restoreAllMocks());

describe('an endpoint', () => {
  it('is told whole: state in words, target, address, request, owner, tags, and who made it', async () => {
    openEndpoint({ ...INFLUX, tags: { team: 'plant 7', cost: '' }, requestMessage: 'Sensors' });
    const now = await state();
    expect(await badge('Approved')).toBeVisible();
    expect(now.getByText('The private link is active. Data sources of this workspace can use it.')).toBeVisible();
    expect(now.getByText(/^Use this endpoint in your data sources/)).toBeVisible();
    expect(await now.findByRole('link', { name: 'influx-pls' })).toHaveAttribute(
      'href',
      expect.stringContaining('privateLinkServices')
    );
    expect((await lifeStep('Approved')).getByText('Approved by the data platform team')).toBeVisible();

    const details = await panel('Details');
    expect(details.getByRole('button', { name: 'Copy domain name influx.internal.contoso.com' })).toBeVisible();
    expect(details.getByRole('button', { name: 'Copy private IP 10.0.0.5' })).toBeVisible();
    expect(fact(details, 'Request message')).toBe('Sensors');
    expect(fact(details, 'State in workspace')).toBe('Approved');
    expect(fact(details, 'Provisioning state')).toBe('Succeeded');
    expect(fact(details, 'Owner comment')).toBe('Approved by the data platform team');
    expect(details.getAllByRole('listitem').map((tag) => tag.textContent)).toEqual(['team: plant 7', 'cost']);
    expect(fact(details, 'Created')).toContain('by kim@contoso.com');
    expect(screen.queryByRole('region', { name: 'Approval request' })).not.toBeInTheDocument();
  });

  it('shows what it has no name for as it is', async () => {
    openEndpoint(STRANGE);
    expect(await badge('Entangled')).toBeVisible();
    expect(
      (await panel('Other properties')).getByLabelText(/unknown properties/, { selector: 'pre' })
    ).toHaveTextContent('{ "spin": "up" }');
  });

  it('that was not asked for yet leads back to its draft', async () => {
    const { kind, target, requestMessage } = readyDraft;
    keepDraft({ kind, target, requestMessage });
    openEndpoint(INFLUX, undefined, 'billing');
    await screen.findByText('No private endpoint named billing');
    expect(await screen.findByRole('link', { name: 'Continue request' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/new/review'
    );
  });

  it('that no name can be is not there either', async () => {
    jest.spyOn(console, 'warn').mockImplementation();
    openEndpoint(INFLUX, undefined, '%E0%A4%A');
    expect(await screen.findByText('No private endpoint named %E0%A4%A')).toBeVisible();
  });

  it('that is not there leads back', async () => {
    openEndpoint(INFLUX, undefined, 'nope');
    expect(await screen.findByText('No private endpoint named nope')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all private endpoints' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/endpoints'
    );
  });

  it('that can not be read says why, and is read again', async () => {
    const failure = { code: 'azure_unavailable', message: 'Azure is not available.' };
    const { azure, user } = openEndpoint(INFLUX, () => server.use(fails('GET /endpoints/:name', 503, failure)));
    const alert = within(await screen.findByRole('alert', { name: 'Couldn’t load the endpoint' }));
    server.resetHandlers();
    server.use(...azure.handlers);
    await user.click(alert.getByRole('button', { name: 'Try again' }));
    expect(await badge('Approved')).toBeVisible();
  });

  it('shows its shape while it is read', () => {
    openEndpoint(INFLUX, () => server.use(hangs('GET /endpoints/:name'), hangs('GET /workspace')));
    expect(screen.getByRole('status', { name: 'Loading the endpoint' })).toBeVisible();
  });
});

describe('a dead end', () => {
  it.each([
    ['Rejected', 'Not for dashboards.'],
    ['Disconnected', 'Cleaned up.'],
  ])('%s says why and offers to ask again', async (connectionState, words) => {
    openEndpoint({ ...ORDERS, connectionState, connectionDescription: words });
    const now = await state();
    expect(await badge(connectionState)).toBeVisible();
    const [first, second] = now.getAllByRole('button', { name: /^Delete/ });
    expect(first).toHaveAccessibleName('Delete');
    expect(second).toHaveAccessibleName('Delete and request again');
    expect((await lifeStep(connectionState)).getByText(words)).toBeVisible();
    expect(fact(await panel('Details'), 'Owner comment')).toBe(words);
  });

  it('leads on to a new request with its details when it is deleted', async () => {
    const { azure, user } = openEndpoint({ ...ORDERS, connectionState: 'Rejected' });
    await user.click((await state()).getByRole('button', { name: 'Delete and request again' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete orders-sql' }));
    expect(dialog.getByText(/When it’s deleted, the new request opens with its details/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Delete and request again' }));
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
    azure.finish();
    expect(await screen.findByText('new request: ?from=orders-sql', {}, { timeout: 8_000 })).toBeVisible();
  }, 20_000);
});

describe('a write that went wrong', () => {
  const FAILED = { ...INFLUX, provisioningState: 'Failed', connectionState: '' };
  it('says where the reason stands when the change was not made on this page', async () => {
    openEndpoint(FAILED);
    const now = await state();
    expect(now.getByText(/^Reason: See the workspace’s activity log/)).toBeVisible();
    expect(await now.findByRole('link', { name: 'Open activity log' })).toHaveAttribute(
      'href',
      expect.stringMatching(/contoso-grafana\/eventlogs$/)
    );
  });

  it('says Azure’s reason, once in a toast and on the page as long as it is open', async () => {
    const error = { code: 'azure_operation_failed', message: 'Azure could not do it.', cause: 'No capacity.' };
    const { azure, user } = openEndpoint(INFLUX);
    await user.click((await state()).getByRole('button', { name: 'Edit tags' }));
    await user.click(screen.getByRole('button', { name: 'Save tags' }));
    await waitFor(() => expect(azure.count('PATCH')).toBe(1));
    azure.endpoints.set('influx', FAILED);
    azure.finish('failed', error);
    expect(await (await state()).findByText(/Azure could not do it\. No capacity\./)).toBeVisible();
    expect(toasts).toEqual([['alert-error', 'Couldn’t update the tags of influx', 'No capacity.']]);
  }, 40_000);

  it('says how long Azure has worked on it', async () => {
    const lastModifiedAt = new Date(Date.now() - 33 * 60_000).toISOString();
    openEndpoint({ ...INFLUX, provisioningState: 'Accepted', connectionState: '', lastModifiedAt });
    const panel = await state();
    expect(panel.getByText(/In progress for 33 minutes\. This is much longer/)).toBeVisible();
    // Loaded with the workspace.
    expect(await panel.findByRole('link', { name: /Open activity log/ })).toBeVisible();
    expect(panel.getByText('In progress for 33 minutes')).toBeVisible();
  });
});

describe('data sources', () => {
  const path = '/a/azure-privateendpoints-app/data-sources';

  it('that use it are named with the reason, and can be checked; more can be filled in or created', async () => {
    server.use(answers('GET /datasources', { dataSources: [SENSORS] }));
    openEndpoint(INFLUX);
    const used = await panel('Used by');
    expect(await used.findByText('Uses the endpoint’s domain name, influx.internal.contoso.com.')).toBeVisible();
    expect(used.getByRole('link', { name: 'Test Sensors' })).toHaveAttribute(
      'href',
      `${path}/check?uid=sensors&endpoint=influx`
    );
    expect(used.getByRole('link', { name: 'Create data source' })).toHaveAttribute('href', `${path}/new/influx`);
    expect(used.getByRole('link', { name: 'Test connection' })).toHaveAttribute(
      'href',
      `${path}/check?endpoint=influx`
    );
    // Once on the page.
    expect(screen.getByRole('link', { name: 'Update data sources' })).toHaveAttribute('href', `${path}/fill-in/influx`);
  });

  it('can only be planned while it is not ready', async () => {
    openEndpoint(ORDERS);
    const used = await panel('Used by');
    expect(await used.findByRole('link', { name: 'Plan updates' })).toBeVisible();
    expect(used.queryByRole('link', { name: 'Create data source' })).not.toBeInTheDocument();
  });

  it('that were planned are offered', async () => {
    const chosen = [{ uid: 'sensors', name: 'Sensors', host: '' }];
    keepPlannedUpdate(id, { endpoint: 'influx', place: 'remote', chosen, at: Date.now() });
    openEndpoint(INFLUX);
    expect(
      await (await panel('Used by')).findByText(/This endpoint is ready\. Planned update for Sensors\./)
    ).toBeVisible();
  });

  it('that can not be read are told of, and the rest of the page stands', async () => {
    server.use(
      fails('GET /datasources', 403, { code: 'grafana_forbidden', message: 'The identity has no role there.' })
    );
    openEndpoint(INFLUX);
    expect(await (await panel('Used by')).findByText('The identity has no role there.')).toBeVisible();
    expect(await badge('Approved')).toBeVisible();
  });
});
