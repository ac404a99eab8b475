import { act, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { switchRefreshing } from '../../data/follow/autoRefresh';
import { keepPrepared } from '../../data/preparedFills';
import { operations } from '../../data/operations';
import { queueAfterConflict, waitingWrites } from '../../data/writeQueue';
import { type Endpoint } from '../../domain/endpoint';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { FakeWorkspace } from '../../test/fakeWorkspace';
import { demoWorkspace, INFLUX, ORDERS, STRANGE } from '../../test/fixtures';
import { answers, fails, hangs } from '../../test/handlers';
import { render } from '../../test/render';
import { keepDraft, readyDraft } from '../../test/renderCreate';
import { requestsSeen, server } from '../../test/server';
import { EndpointPage } from './EndpointPage';

const { id } = demoWorkspace;
const CODE = 'MPE-7K3M-X9QT';
const SENSORS = { uid: 'sensors', name: 'Sensors', type: 'influxdb', url: 'http://influx.internal.contoso.com' };

function open(endpoint: Endpoint, prepare: (azure: FakeWorkspace) => void = () => undefined, name = endpoint.name) {
  const azure = new FakeWorkspace([endpoint]);
  server.use(...azure.handlers);
  prepare(azure);
  const view = render(
    <Routes>
      <Route path="/endpoints/:name" element={<EndpointPage />} />
    </Routes>,
    `/endpoints/${name}`
  );
  return { azure, ...view };
}

const state = async () => within(await screen.findByRole('region', { name: 'State' }));
const panel = async (name: string) => within(await screen.findByRole('region', { name }));

/** What stands beside a term in a panel. */
const fact = (part: ReturnType<typeof within>, term: string) =>
  part.getByText(term, { selector: 'dt' }).nextElementSibling?.textContent;

describe('an endpoint', () => {
  it('is told whole: state in words, target, address, request, owner, tags, and who made it', async () => {
    open({ ...INFLUX, tags: { team: 'plant 7', cost: '' }, requestMessage: 'Sensors' });
    const now = await state();
    expect(now.getByText('Approved')).toBeVisible();
    expect(now.getByText('The private link is up. Data sources of this workspace can use it.')).toBeVisible();
    expect(fact(now, 'Whose turn')).toBe('You');

    const connection = await panel('Connection');
    expect(await connection.findByRole('link', { name: 'Open influx-pls in the Azure portal' })).toBeVisible();
    expect(connection.getByRole('button', { name: 'Copy domain name influx.internal.contoso.com' })).toBeVisible();
    expect(connection.getByRole('button', { name: 'Copy private IP 10.0.0.5' })).toBeVisible();
    expect(fact(connection, 'Request message')).toBe('Sensors');

    const record = await panel('In Azure');
    expect(fact(record, 'Connection state')).toBe('Approved');
    expect(fact(record, 'Provisioning state')).toBe('Succeeded');
    expect(fact(record, 'Owner’s words')).toBe('Approved by the data platform team');
    expect(record.getAllByRole('listitem').map((tag) => tag.textContent)).toEqual(['team: plant 7', 'cost']);
    expect(fact(record, 'Created')).toContain('by kim@contoso.com');
    expect(screen.queryByRole('region', { name: 'Hand over to the owner' })).not.toBeInTheDocument();
  });

  it('shows what it has no name for as it is', async () => {
    open(STRANGE);
    expect((await state()).getByText('Entangled')).toBeVisible();
    expect(
      (await panel('Also told by Azure')).getByLabelText(/properties that this plugin/, { selector: 'pre' })
    ).toHaveTextContent('{ "spin": "up" }');
  });

  it('that waits for its turn says so, and leads back to its draft when it is not to be sent', async () => {
    const { kind, target, requestMessage } = readyDraft;
    keepDraft({ kind, target, requestMessage });
    const { user } = open(INFLUX, undefined, 'billing');
    await screen.findByText('There is no private endpoint named billing');
    expect(screen.getByRole('link', { name: 'Continue the request for billing' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/new/review'
    );
    const request = { targetId: target, targetRegion: '', subResources: [], domainName: '', tags: {}, requestMessage };
    const conflict = { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 60 };
    act(() => void queueAfterConflict({ kind: 'create', name: 'billing', request }, conflict));
    expect(await screen.findByText('billing waits for its turn')).toBeVisible();
    expect(screen.getByText(/Somebody else is changing this workspace/)).toHaveTextContent(
      /next try is in \d\d seconds/
    );
    await user.click(screen.getByRole('button', { name: 'Don’t send' }));
    expect(await screen.findByRole('link', { name: 'Continue the request for billing' })).toBeVisible();
  });

  it('that is not there leads back', async () => {
    open(INFLUX, undefined, 'nope');
    expect(await screen.findByText('There is no private endpoint named nope')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all private endpoints' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/endpoints'
    );
  });

  it('that can not be read says why, and is read again', async () => {
    const failure = { code: 'azure_unavailable', message: 'Azure is not available.' };
    const { azure, user } = open(INFLUX, () => server.use(fails('GET /endpoints/:name', 503, failure)));
    const alert = within(await screen.findByRole('alert', { name: 'The endpoint could not be read' }));
    server.resetHandlers();
    server.use(...azure.handlers);
    await user.click(alert.getByRole('button', { name: 'Try again' }));
    expect((await state()).getByText('Approved')).toBeVisible();
  });

  it('shows its shape while it is read', () => {
    open(INFLUX, () => server.use(hangs('GET /endpoints/:name'), hangs('GET /workspace')));
    expect(screen.getByRole('status', { name: 'Reading the endpoint' })).toBeVisible();
  });
});

describe('a request that waits', () => {
  const WAITING = { ...ORDERS, requestMessage: `For the orders team ${CODE}`, createdAt: '2020-01-01T00:00:00Z' };
  const connection = { id: `${WAITING.targetId}/privateEndpointConnections/c1`, status: 'Pending', description: CODE };

  it('is handed over with message, code, exact connection, commands and a reminder', async () => {
    const { user } = open(WAITING, (azure) => azure.connections.set('orders-sql', connection));
    const card = await panel('Hand over to the owner');
    await card.findByText(/named orders-sql/);
    expect(card.getByRole('button', { name: `Copy request code ${CODE}` })).toBeVisible();
    expect(card.getByLabelText('message to the owner')).toHaveTextContent(/Reminder: approval needed/);
    expect(card.getByLabelText('message to the owner')).not.toBeVisible();
    await user.click(card.getByRole('button', { name: 'Show the message' }));
    expect(card.getByLabelText('message to the owner')).toBeVisible();
    expect(card.getByRole('link', { name: 'Write mail' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^mailto:\?subject=Reminder/)
    );
    expect(card.queryByText(/Mail programs cut long links/)).not.toBeInTheDocument();
    await user.click(card.getByRole('radio', { name: 'Request' }));
    expect(card.getByLabelText('message to the owner')).toHaveTextContent(/^Approval needed/);
    await user.click(card.getByRole('button', { name: 'Azure CLI commands for the owner' }));
    expect(card.getByLabelText('command that approves the connection')).toHaveTextContent(connection.id);
  });

  it('says that the owner seems to have approved it, and why, and leaves it to people to refresh', async () => {
    const { azure, user } = open({ ...WAITING, requestMessage: 'no code' }, (one) =>
      one.connections.set('orders-sql', { ...connection, status: 'Approved', description: 'no code' })
    );
    const now = await state();
    expect(await now.findByText(/^The owner seems to have approved it/)).toBeVisible();
    expect(fact(now, 'Whose turn')).toBe('You');
    expect(fact(now, 'How sure')).toContain('Its description is the request message, which holds no request code.');
    expect(azure.count('POST /refresh')).toBe(0);
    expect(screen.getByText(/isn't certain, so refreshing is up to you/)).toBeVisible();
    await user.click(now.getByRole('button', { name: 'Refresh the workspace' }));
    await waitFor(() => expect(azure.count('POST /refresh')).toBe(1));
  });

  it('names no connection and no command to approve where the match is only likely', async () => {
    const { user } = open({ ...WAITING, requestMessage: 'no code' }, (azure) =>
      azure.connections.set('orders-sql', { ...connection, status: 'Approved', description: 'no code' })
    );
    const views = await panel('Both views');
    expect(await views.findByText(/^Likely\./)).toBeVisible();
    expect(views.getByText(/Likely isn't certain, so nothing happens by itself/)).toBeVisible();
    expect((await state()).getByText('Seems approved')).toBeVisible();
    expect((await panel('Refresh')).getByText(/a connection that is likely this one is decided/)).toBeVisible();
    const card = await panel('Hand over to the owner');
    await user.click(card.getByRole('button', { name: 'Azure CLI commands for the owner' }));
    expect(card.queryByLabelText('command that approves the connection')).not.toBeInTheDocument();
    expect(card.getByText(/isn’t certain, so there is no command/)).toBeVisible();
  });

  it('says that it is approved and not refreshed yet, and why, and refreshes at a click', async () => {
    // By hand here: by itself it would start a moment later.
    switchRefreshing(id, false);
    const { azure, user } = open(WAITING, (one) =>
      one.connections.set('orders-sql', { ...connection, status: 'Approved' })
    );
    expect(await screen.findByText('Approved, not refreshed yet')).toBeVisible();
    const views = await panel('Both views');
    expect(fact(views, 'Workspace says')).toBe('Pending');
    expect(fact(views, 'Target says')).toBe('Approved');
    const refresh = await panel('Refresh');
    expect(refresh.getByText(/doesn’t know it yet. A refresh syncs it/)).toBeVisible();
    await user.click(refresh.getByRole('button', { name: 'Refresh the workspace' }));
    await waitFor(() => expect(azure.count('POST /refresh')).toBe(1));
    expect(await refresh.findByRole('button', { name: 'Refreshing…' })).toBeVisible();
    expect(refresh.getByText(/Last refresh started here: just now, by hand. It is running./)).toBeVisible();
    azure.endpoints.set('orders-sql', { ...WAITING, connectionState: 'Approved' });
    azure.finish();
    expect(await screen.findByText('Refreshed the workspace', {}, { timeout: 8_000 })).toBeVisible();
    expect(await screen.findByText('Approved', { selector: 'section[aria-label="State"] *' })).toBeVisible();
  }, 15_000);

  it('says that the target can not be read, and that only the own view is known', async () => {
    open(WAITING, (azure) => (azure.readable = false));
    const views = await panel('Both views');
    expect(await views.findByText(/could not be read, so only the workspace’s own view is known/)).toBeVisible();
    expect(fact(views, 'Target says')).toBe('Can’t be read');
  });

  it('lets refreshing by itself be switched off, and remembers it', async () => {
    const { user } = open(WAITING);
    const refresh = await panel('Refresh');
    await user.click(await refresh.findByRole('switch', { name: 'Refresh by itself after a decision' }));
    expect(Object.entries(localStorage).find(([key]) => key.includes('refresh-switch'))?.[1]).toContain('"on":false');
  });
});

describe('a dead end', () => {
  it.each([
    ['Rejected', 'Not for dashboards.'],
    ['Disconnected', 'Cleaned up.'],
  ])('%s says why and offers to ask again', async (connectionState, words) => {
    open({ ...ORDERS, connectionState, connectionDescription: words });
    const now = await state();
    expect(now.getByText(connectionState)).toBeVisible();
    expect(now.getByRole('button', { name: 'Delete, then ask again' })).toBeVisible();
    expect(now.getByRole('link', { name: 'Ask again under another name' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/new?from=orders-sql'
    );
    expect(fact(now, 'Owner’s words')).toBe(words);
    expect(fact(await panel('In Azure'), 'Owner’s words')).toBe(words);
  });
});

describe('a write that went wrong', () => {
  const FAILED = { ...INFLUX, provisioningState: 'Failed', connectionState: '' };
  const write = { kind: 'create', name: 'influx', statusPath: '', startedAt: 1, finishedAt: 2 } as const;

  it('says where the reason stands when this browser did not follow it', async () => {
    open(FAILED);
    const now = await state();
    expect(fact(now, 'Reason')).toContain('Azure doesn’t keep it on the endpoint');
    expect(await now.findByRole('link', { name: 'Open activity log' })).toHaveAttribute(
      'href',
      expect.stringMatching(/contoso-grafana\/eventlogs$/)
    );
  });

  it('says the reason when this browser followed it, also after the news was put away', async () => {
    const error = { code: 'azure_operation_failed', message: 'Azure could not create it.', cause: 'No capacity.' };
    operations.put(id, '1', { ...write, status: 'failed', failure: 'No capacity.', error, dismissed: true });
    open(FAILED);
    await waitFor(async () => expect(fact(await state(), 'Reason')).toBe('Azure could not create it. No capacity.'));
  });

  it('tells how long Azure has been at it', async () => {
    const lastModifiedAt = new Date(Date.now() - 33 * 60_000).toISOString();
    open({ ...INFLUX, provisioningState: 'Accepted', connectionState: '', lastModifiedAt });
    expect(fact(await state(), 'What next')).toMatch(/^Azure has been at it for 33 minutes\. That is much longer/);
  });
});

describe('data sources', () => {
  const path = '/a/azure-privateendpoints-app/data-sources';

  it('that use it are named with the reason, and can be checked; more can be filled in or created', async () => {
    server.use(answers('GET /datasources', { dataSources: [SENSORS] }));
    open(INFLUX);
    const used = await panel('Used by');
    expect(
      await used.findByText('Its address is the domain name of the endpoint, influx.internal.contoso.com.')
    ).toBeVisible();
    expect(used.getByRole('link', { name: 'Check Sensors' })).toHaveAttribute(
      'href',
      `${path}/check?uid=sensors&endpoint=influx`
    );
    expect(used.getByRole('link', { name: 'Fill in data sources' })).toHaveAttribute('href', `${path}/fill-in/influx`);
    expect(used.getByRole('link', { name: 'Create a data source' })).toHaveAttribute('href', `${path}/new/influx`);
    expect(used.getByRole('link', { name: 'Check' })).toHaveAttribute('href', `${path}/check?endpoint=influx`);
    expect((await state()).getByRole('link', { name: 'Fill in data sources' })).toBeVisible();
  });

  it('can only be prepared while it is not usable', async () => {
    open(ORDERS);
    const used = await panel('Used by');
    expect(await used.findByRole('link', { name: 'Prepare data sources' })).toBeVisible();
    expect(used.queryByRole('link', { name: 'Create a data source' })).not.toBeInTheDocument();
  });

  it('that were prepared are offered', async () => {
    const chosen = [{ uid: 'sensors', name: 'Sensors', host: '' }];
    keepPrepared(id, { endpoint: 'influx', place: 'tower', chosen, at: Date.now() });
    open(INFLUX);
    expect(await (await panel('Used by')).findByText(/It is usable now\. You prepared it for Sensors\./)).toBeVisible();
  });

  it('that can not be read are told of, and the rest of the page stands', async () => {
    server.use(
      fails('GET /datasources', 403, { code: 'grafana_forbidden', message: 'The identity has no role there.' })
    );
    open(INFLUX);
    expect(await (await panel('Used by')).findByText('The identity has no role there.')).toBeVisible();
    expect((await state()).getByText('Approved')).toBeVisible();
  });
});

describe('deleting', () => {
  it('asks for the name where something may depend on it, follows the operation and offers to create it again', async () => {
    const { azure, user } = open(INFLUX);
    server.use(hangs('GET /datasources'));
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete influx' }));
    expect(dialog.getByText(/Which ones isn’t known here/)).toBeVisible();
    const field = dialog.getByRole('textbox', { name: 'Type influx to confirm' });
    expect(field).toHaveFocus();
    await user.keyboard('influ{Enter}');
    expect(dialog.getByText('Type influx to delete it')).toBeVisible();
    expect(field).toHaveFocus();
    expect(azure.count('DELETE')).toBe(0);
    await user.keyboard('x{Enter}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await screen.findByText('Deleting influx')).toBeVisible();
    azure.finish();
    expect(await screen.findByText('influx is deleted', {}, { timeout: 8_000 })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Create it again with the same details' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/new?from=influx'
    );
    expect(Object.keys(localStorage).some((key) => key.includes('draft~from-influx'))).toBe(true);
  }, 15_000);

  it('lists the data sources that break, and asks for the name', async () => {
    server.use(answers('GET /datasources', { dataSources: [SENSORS] }));
    const { user } = open(INFLUX);
    await (await panel('Used by')).findByRole('link', { name: 'Sensors' });
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete influx' }));
    expect(dialog.getByText('This data source stops getting through:')).toBeVisible();
    expect(dialog.getByRole('link', { name: 'Sensors' })).toHaveAttribute(
      'href',
      `${demoWorkspace.endpoint}/connections/datasources/edit/sensors`
    );
    expect(dialog.getByRole('textbox', { name: 'Type influx to confirm' })).toBeVisible();
  });

  it('gives the focus back when it is called off', async () => {
    const { azure, user } = open(ORDERS);
    const opener = (await state()).getByRole('button', { name: 'Delete' });
    await user.click(opener);
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(opener).toHaveFocus();
    await user.click((await state()).getByRole('button', { name: 'Edit tags' }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect((await state()).getByRole('button', { name: 'Edit tags' })).toHaveFocus();
    expect(azure.count('DELETE')).toBe(0);
  });

  it('leaves nothing to change while it runs', async () => {
    open({ ...INFLUX, provisioningState: 'Deleting' });
    expect((await state()).getByText('Deleting')).toBeVisible();
    expect((await state()).queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  });

  it('only asks once where no data source is known to use it', async () => {
    const { azure, user } = open(INFLUX);
    await (await panel('Used by')).findByText('No data source is known to use it.');
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    expect(screen.getByText('No data source is known to use influx.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
  });

  it('only asks once where nothing can depend on it', async () => {
    const { azure, user } = open(ORDERS);
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
  });

  it('that meets a conflict waits, says for what, and can be taken back', async () => {
    const failure = { code: 'azure_conflict', message: 'Another change is running.', retryAfter: 60 };
    const { azure, user } = open(ORDERS, (one) => one.meetings.push({ status: 409, failure }));
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    const changes = within(await screen.findByRole('status', { name: 'Changes under way' }));
    expect(await changes.findByText('Waiting to delete orders-sql')).toBeVisible();
    expect(await changes.findByText(/Somebody else is changing this workspace/, {}, { timeout: 7_000 })).toBeVisible();
    expect(await changes.findByText(/The next try is in \d+ seconds/)).toBeVisible();
    await user.click(changes.getByRole('button', { name: 'Don’t send' }));
    expect(changes.queryByText('Waiting to delete orders-sql')).not.toBeInTheDocument();
    expect(azure.count('DELETE')).toBe(1);
  }, 15_000);
});

describe('changing', () => {
  it('writes the domain name, cleaned, and shows what Azure made of it', async () => {
    const { azure, user } = open(INFLUX);
    await user.click((await state()).getByRole('button', { name: 'Edit domain name' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Domain name of influx' }));
    const field = dialog.getByRole('textbox', { name: /Domain name/ });
    await user.clear(field);
    await user.type(field, 'short.com');
    await user.click(dialog.getByRole('button', { name: 'Change domain name' }));
    expect(dialog.getByText(/only 2 parts/)).toBeVisible();
    await user.clear(field);
    await user.type(field, 'https://NEW.internal.contoso.com:8086/');
    await user.click(dialog.getByRole('button', { name: 'Change domain name' }));
    expect(await screen.findByText('Updating influx')).toBeVisible();
    expect(requestsSeen().find(({ method }) => method === 'PATCH')?.body).toBe(
      '{"domainName":"new.internal.contoso.com"}'
    );
    azure.finish();
    expect(
      await screen.findByText(
        'Azure took it as written: the domain name is new.internal.contoso.com',
        {},
        { timeout: 8_000 }
      )
    ).toBeVisible();
    expect(screen.queryByText('Updated influx')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Close alert' }));
    expect(screen.queryByText(/Azure took it as written/)).not.toBeInTheDocument();
  }, 15_000);

  it('warns of a domain name that another endpoint has, and not of its own', async () => {
    const { user } = open(INFLUX, ({ endpoints }) =>
      endpoints.set('prom', sampleEndpoint({ name: 'prom', domainName: '*.prom.contoso.com' }))
    );
    await user.click((await state()).getByRole('button', { name: 'Edit domain name' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Domain name of influx' }));
    const field = dialog.getByRole('textbox', { name: /Domain name/ });
    await user.clear(field);
    await user.type(field, 'a.prom.contoso.com');
    expect(await dialog.findByText(/^The endpoint prom already has \*\.prom\.contoso\.com/)).toBeVisible();
    await user.clear(field);
    await user.type(field, INFLUX.domainName);
    expect(dialog.queryByText(/already has/)).not.toBeInTheDocument();
  });

  it('says when Azure made something else of the tags', async () => {
    const { azure, user } = open(INFLUX);
    await user.click((await state()).getByRole('button', { name: 'Edit tags' }));
    const drawer = within(screen.getByRole('dialog'));
    await user.click(drawer.getByRole('button', { name: 'Add tag' }));
    expect(drawer.getByRole('textbox', { name: 'Name of tag 1' })).toHaveFocus();
    await user.type(drawer.getByRole('textbox', { name: 'Value of tag 1' }), 'x');
    await user.click(drawer.getByRole('button', { name: 'Save tags' }));
    expect(drawer.getByRole('alert')).toHaveTextContent('Tag 1 has a value and no name.');
    expect(drawer.getByRole('textbox', { name: 'Name of tag 1' })).toHaveFocus();
    await user.type(drawer.getByRole('textbox', { name: 'Name of tag 1' }), 'a<b');
    await user.click(drawer.getByRole('button', { name: 'Save tags' }));
    expect(drawer.getByText(/isn't allowed in the name of a tag/)).toBeVisible();
    await user.clear(drawer.getByRole('textbox', { name: 'Name of tag 1' }));
    await user.type(drawer.getByRole('textbox', { name: 'Name of tag 1' }), 'team');
    await user.click(drawer.getByRole('button', { name: 'Save tags' }));
    expect(await screen.findByText('Updating influx')).toBeVisible();
    azure.endpoints.set('influx', { ...INFLUX, tags: { team: 'y' } });
    azure.finish();
    expect(await screen.findByText(/Azure says the tags are team: y/, {}, { timeout: 8_000 })).toBeVisible();
  }, 15_000);

  it('offers a domain name only where there can be one', async () => {
    open(sampleEndpoint({ ...ORDERS, domainName: '' }));
    expect((await state()).queryByRole('button', { name: 'Edit domain name' })).not.toBeInTheDocument();
  });
});

describe('after a reload', () => {
  it('shows what runs since when, and what ended badly with its reason, until it is put away', async () => {
    const startedAt = Date.now() - 125_000;
    const base = { kind: 'create', name: 'influx', statusPath: '/s', startedAt, failure: '' } as const;
    operations.put(id, '1', { ...base, status: 'running', finishedAt: undefined });
    operations.put(id, '2', {
      ...base,
      kind: 'update',
      status: 'failed',
      finishedAt: startedAt + 1,
      failure: 'Azure could not.',
      error: { code: 'azure_operation_failed', message: 'Azure could not.', cause: 'QuotaExceeded' },
    });
    operations.put(id, '3', { ...base, name: 'other', status: 'running', finishedAt: undefined });
    const { user } = open(INFLUX);
    const changes = within(await screen.findByRole('status', { name: 'Changes under way' }));
    expect(await changes.findByText(/Running for 2 minutes.*has to approve it/)).toBeVisible();
    expect(changes.queryByText('Creating other')).not.toBeInTheDocument();
    await user.click(changes.getByRole('button', { name: 'Details' }));
    expect(changes.getByText('QuotaExceeded')).toBeVisible();
    await user.click(changes.getByRole('button', { name: 'Dismiss: Could not update influx' }));
    expect(changes.queryByText('Could not update influx')).not.toBeInTheDocument();
    expect(waitingWrites.all(id)).toEqual([]);
  });
});
