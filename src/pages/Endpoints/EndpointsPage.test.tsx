import { screen, within } from '@testing-library/react';
import React from 'react';
import { keepForAskingAgain } from '../../data/createDrafts';
import { keepPlannedUpdate } from '../../data/keptFills';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { workspaceIdentity } from '../../domain/workspace';
import { demoWorkspace, INFLUX, ORDERS, STRANGE } from '../../test/fixtures';
import { answers, fails, hangs } from '../../test/handlers';
import { render } from '../../test/render';
import { keepDraft, readyDraft } from '../../test/renderCreate';
import { requestsSeen, server } from '../../test/server';
import { EndpointsPage } from './EndpointsPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: jest.requireActual<{ PluginPage: unknown }>('../../test/PluginPage').PluginPage,
}));

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

async function show(address?: string) {
  const view = render(<EndpointsPage />, address);
  await screen.findByRole('table', { name: 'Private endpoints' });
  return view;
}

describe('the list', () => {
  it('shows everything about an endpoint after two calls', async () => {
    server.use(hangs('GET /datasources'));
    await show();
    const row = within(screen.getByRole('row', { name: /^influx / }));
    expect(row.getByText('Approved')).toBeVisible();
    expect(row.getByText('“Approved by the data platform team”')).toBeVisible();
    expect(row.getByTitle('Connection: Approved · Provisioning: Succeeded')).toBeVisible();
    expect(row.queryByText(/Succeeded/)).not.toBeInTheDocument();
    expect(row.getByText('10.0.0.5')).toBeVisible();
    expect(row.getByRole('link', { name: 'Open influx-pls in the Azure portal' })).toHaveAttribute(
      'href',
      expect.stringContaining('https://portal.azure.com/#resource/subscriptions/')
    );
    expect(row.getByText('Private link service')).toBeVisible();
    expect(row.getByRole('button', { name: 'Copy domain name influx.internal.contoso.com' })).toBeVisible();
    expect(row.getByRole('button', { name: 'Copy private IP 10.0.0.5' })).toBeVisible();
    const asked = requestsSeen().filter(({ path }) => path.includes('/resources/'));
    expect(asked.slice(0, 2).map(({ path }) => path.split('/').pop())).toEqual(['workspace', 'endpoints']);
  });

  it('says which data sources use an endpoint, once they are read', async () => {
    const source = (uid: string) => ({ uid, name: uid, type: 'influxdb', url: 'http://influx.internal.contoso.com' });
    server.use(answers('GET /datasources', { dataSources: ['a', 'b', 'c', 'd'].map(source) }));
    await show();
    const row = within(screen.getByRole('row', { name: /^influx / }));
    expect(await row.findByRole('link', { name: 'a' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:.*\/connections\/datasources\/edit\/a$/)
    );
    expect(row.getByRole('link', { name: 'and 3 more' })).toBeVisible();
  });

  it('says that it is unknown where the data sources can’t be read', async () => {
    server.use(fails('GET /datasources', 403, { code: 'grafana_forbidden', message: 'No.' }));
    await show();
    expect(await within(screen.getByRole('row', { name: /^influx / })).findByText('Unknown')).toBeVisible();
  });

  it('names targets and what is missing where the workspace can’t be read', async () => {
    server.use(fails('GET /workspace', 403, { code: 'azure_forbidden', message: 'No.' }));
    await show();
    expect(await screen.findByRole('alert', { name: 'Couldn’t load the workspace' })).toBeVisible();
    const row = within(screen.getByRole('row', { name: /^influx / }));
    expect(row.getByText('influx-pls')).toBeVisible();
    expect(row.getByText('Unknown')).toBeVisible();
  });

  it('leads to filling in where an endpoint is ready and nobody uses it', async () => {
    await show();
    expect(await screen.findByRole('link', { name: 'Update data sources for influx' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/data-sources/fill-in/influx'
    );
    expect(screen.queryByRole('link', { name: 'Update data sources for orders-sql' })).not.toBeInTheDocument();
  });

  it('offers to continue a request that was begun, and to discard it after asking', async () => {
    keepDraft();
    keepDraft({ name: 'again' }, 'from-orders-sql');
    const { user } = await show();
    expect(screen.getByRole('link', { name: 'Continue: request for billing' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/new/review'
    );
    expect(screen.getByRole('link', { name: 'Continue: request for again' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/new/review?from=orders-sql'
    );
    const discard = async (answer: string) => {
      await user.click(screen.getByRole('button', { name: 'Discard the request for billing' }));
      const dialog = within(screen.getByRole('dialog', { name: 'Discard the request for billing?' }));
      await user.click(dialog.getByRole('button', { name: answer }));
    };
    await discard('Keep draft');
    expect(screen.getAllByText(/^Draft: request for/)).toHaveLength(2);
    await discard('Discard');
    expect(screen.queryByText(/^Draft: request for billing/)).not.toBeInTheDocument();
    const left = screen.getByText(/^Draft: request for again/);
    expect(left).toBeVisible();
    expect(document.activeElement).toContainElement(left);
    expect(document.body).not.toHaveFocus();
  });

  it('is silent about what nobody began, and about what was sent', async () => {
    keepForAskingAgain(workspaceIdentity(demoWorkspace), ORDERS);
    keepDraft({ name: 'sent' });
    const sent = sampleEndpoint({
      name: 'sent',
      targetId: readyDraft.target,
      requestMessage: readyDraft.requestMessage,
    });
    server.use(answers('GET /endpoints', { endpoints: [INFLUX, sent] }));
    await show();
    expect(screen.queryByText(/^Draft: request/)).not.toBeInTheDocument();
  });

  it('offers what was planned, the moment the endpoint is ready', async () => {
    const chosen = [{ uid: 'a', name: 'Sensors', host: '' }];
    keepPlannedUpdate(workspaceIdentity(demoWorkspace), {
      endpoint: 'influx',
      place: 'remote',
      chosen,
      at: Date.now(),
    });
    keepPlannedUpdate(workspaceIdentity(demoWorkspace), {
      endpoint: 'orders-sql',
      place: 'remote',
      chosen,
      at: Date.now(),
    });
    const { user } = await show();
    const offer = within(await screen.findByRole('status', { name: 'influx is ready' }));
    expect(offer.getByText(/Planned update to use influx: Sensors/)).toBeVisible();
    expect(screen.queryByText('orders-sql is ready')).not.toBeInTheDocument();
    await user.click(offer.getByRole('button', { name: 'Delete planned update for influx' }));
    expect(screen.queryByText('influx is ready')).not.toBeInTheDocument();
  });

  it('offers what was planned for several in one place', async () => {
    const chosen = [{ uid: 'a', name: 'Sensors', host: '' }];
    const other = { ...INFLUX, name: 'plant', id: '/e/plant' };
    server.use(answers('GET /endpoints', { endpoints: [INFLUX, other] }));
    ['influx', 'plant'].forEach((endpoint) =>
      keepPlannedUpdate(workspaceIdentity(demoWorkspace), { endpoint, place: 'remote', chosen, at: Date.now() })
    );
    await show();
    const offer = within(await screen.findByRole('status', { name: '2 endpoints with planned updates are ready' }));
    expect(offer.getByText(/Planned update to use plant: Sensors/)).toBeVisible();
    expect(offer.getByRole('link', { name: 'Update data sources for influx' })).toBeVisible();
  });

  it("does not take our own request message for the owner's words", async () => {
    await show();
    const row = within(screen.getByRole('row', { name: /^orders-sql / }));
    expect(row.getByText('Pending approval')).toBeVisible();
    expect(row.queryByText(ORDERS.requestMessage)).not.toBeInTheDocument();
  });

  it('shows kinds and states that nobody has heard of as they are', async () => {
    await show();
    const row = within(screen.getByRole('row', { name: /^strange / }));
    expect(row.getByText('Entangled')).toBeVisible();
    expect(row.getByText('Connection: Entangled · Provisioning: Succeeded')).toBeVisible();
    expect(row.getByText('Microsoft.Quantum/teleporters')).toBeVisible();
  });

  it('searches, and keeps the search in the URL', async () => {
    const { user, location } = await show('/plugins/x?page=endpoints');
    await user.type(screen.getByRole('textbox', { name: 'Search private endpoints' }), 'orders');
    expect(names()).toEqual(['orders-sql']);
    expect(location()).toBe('/plugins/x?page=endpoints&q=orders');
    expect(screen.getByText('1–1 of 1 that match, 3 in all')).toBeVisible();
  });

  it('filters by several groups of states, with counts', async () => {
    const { user, location } = await show();
    const states = within(screen.getByRole('toolbar', { name: 'Filter by state' }));
    expect(states.getAllByRole('button').map((pill) => pill.textContent)).toEqual([
      'All 3',
      'Needs attention 1',
      'Pending 1',
      'Approved 1',
    ]);
    await user.click(states.getByRole('button', { name: 'Pending 1' }));
    await user.click(states.getByRole('button', { name: 'Approved 1' }));
    expect(names().sort()).toEqual(['influx', 'orders-sql']);
    expect(location()).toBe('/?state=pending&state=approved');
    await user.click(states.getByRole('button', { name: 'All 3' }));
    expect(names()).toHaveLength(3);
  });

  it('is left by one Tab from the filter, whose arrow keys lead from one state to the next', async () => {
    const { user } = await show();
    const states = within(screen.getByRole('toolbar', { name: 'Filter by state' }));
    const pill = (name: string) => states.getByRole('button', { name });
    await user.click(pill('All 3'));
    await user.keyboard('{ArrowLeft}');
    expect(pill('Approved 1')).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    expect(pill('Pending 1')).toHaveFocus();
    expect(pill('Pending 1')).toHaveAttribute('aria-pressed', 'true');
    expect(names()).toEqual(['orders-sql']);
    await user.keyboard('{End}{Home}{Tab}');
    expect(screen.getByRole('textbox', { name: 'Search private endpoints' })).toHaveFocus();
    await user.tab({ shift: true });
    expect(pill('All 3')).toHaveFocus();
  });

  it('puts first what needs someone, says what, and sorts by name on request', async () => {
    const endpoints = [INFLUX, { ...ORDERS, connectionState: 'Rejected', connectionDescription: 'Use the replica.' }];
    server.use(answers('GET /endpoints', { endpoints }));
    const { user, location } = await show();
    expect(names()).toEqual(['orders-sql', 'influx']);
    expect(
      within(screen.getByRole('row', { name: /^Select orders-sql / })).getByText(/^Delete or request again · “/)
    ).toBeVisible();
    const sort = screen.getByRole('combobox', { name: 'Sort by' });
    expect(sort).toHaveValue('Needs attention');
    expect(screen.queryByRole('button', { name: /Reverse order/ })).not.toBeInTheDocument();

    await user.click(sort);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(sort).toHaveValue('Name');
    expect(names()).toEqual(['influx', 'orders-sql']);
    expect(location()).toBe('/?sort=name');
    await user.click(screen.getByRole('button', { name: 'Ascending. Reverse order' }));
    expect(names()).toEqual(['orders-sql', 'influx']);
    expect(location()).toBe('/?sort=-name');
  });

  it('opens as a shared link says, and sorts both ways', async () => {
    const { user } = await show('/?sort=-name');
    expect(names()).toEqual(['strange', 'orders-sql', 'influx']);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(names()).toEqual(['influx', 'orders-sql', 'strange']);
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('pages through many', async () => {
    const many = Array.from({ length: 110 }, (_, i) => sampleEndpoint({ name: `e${i}`, id: `/e/${i}` }));
    server.use(answers('GET /endpoints', { endpoints: many }));
    const { user, location } = await show();
    expect(names()).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: '3' }));
    expect(screen.getByText('101–110 of 110')).toBeVisible();
    expect(location()).toBe('/?p=3');
  });

  it('offers to clear filters that match nothing, and keeps the header', async () => {
    const { user } = await show('/?q=nothing-like-it');
    expect(screen.getByText('No private endpoints match your search')).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Name' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(names()).toHaveLength(3);
  });

  it('reads again on request and keeps what it had when that fails', async () => {
    const { user } = await show();
    server.use(
      fails('GET /endpoints', 429, { code: 'azure_throttled', message: 'Azure is busy with us.', retryAfter: 7 })
    );
    await user.click(screen.getByRole('button', { name: 'Reload' }));
    const alert = await screen.findByRole('alert', { name: 'Couldn’t reload the list' });
    expect(within(alert).getByText('Azure asks you to wait 7 seconds before the next try.')).toBeVisible();
    expect(names()).toHaveLength(3);

    server.use(answers('GET /endpoints', { endpoints: [INFLUX, STRANGE] }));
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await screen.findByText('1–2 of 2');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('instead of the list', () => {
  it('shows a skeleton while it waits', () => {
    server.use(hangs('GET /endpoints'), hangs('GET /workspace'));
    render(<EndpointsPage />);
    expect(screen.getByRole('status', { name: 'Loading private endpoints' })).toBeVisible();
  });

  it('says what private endpoints are good for when there is none', async () => {
    server.use(answers('GET /endpoints', { endpoints: [] }));
    render(<EndpointsPage />);
    expect(await screen.findByText('This workspace has no private endpoints yet')).toBeVisible();
  });

  it('says that the Essential tier has none', async () => {
    server.use(
      answers('GET /endpoints', { endpoints: [] }),
      answers('GET /workspace', { workspace: { ...demoWorkspace, tier: 'Essential' } })
    );
    render(<EndpointsPage />);
    const notice = within(await screen.findByRole('alert', { name: 'contoso-grafana is in the Essential tier' }));
    expect(notice.getByRole('link', { name: 'Upgrade in Azure portal' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:\/\/portal\.azure\.com\/#resource.*\/contoso-grafana$/)
    );
    expect(notice.getByRole('link', { name: /^Private endpoint requirements/ })).toBeVisible();
    // There is nothing to refresh, and asking is still possible: Azure decides.
    expect(screen.queryByRole('region', { name: 'Refresh' })).not.toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'New private endpoint' })).toBeVisible();
  });

  it('still offers the refresh where the Essential tier has endpoints all the same', async () => {
    server.use(answers('GET /workspace', { workspace: { ...demoWorkspace, tier: 'Essential' } }));
    await show();
    expect(await screen.findByRole('alert', { name: 'contoso-grafana is in the Essential tier' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Refresh' })).toBeVisible();
  });

  it('sends an admin with wrong settings to the configuration, with the details at hand', async () => {
    const failure = {
      code: 'sign_in_secret_expired',
      message: 'The client secret has expired.',
      hint: 'Create a new one.',
      cause: 'AADSTS7000222',
    };
    server.use(fails('GET /endpoints', 502, failure), fails('GET /workspace', 502, failure));
    const { user } = render(<EndpointsPage />);
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText('The client secret has expired.')).toBeVisible();
    expect(alert.getByRole('link', { name: 'Open configuration' })).toHaveAttribute(
      'href',
      '/plugins/azure-privateendpoints-app'
    );
    expect(alert.queryByText('AADSTS7000222')).not.toBeVisible();
    await user.click(alert.getByRole('button', { name: 'Details' }));
    expect(alert.getByText('AADSTS7000222')).toBeVisible();
  });
});
