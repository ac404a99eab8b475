import { getAppEvents, locationService } from '@grafana/runtime';
import { act, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { queryClient } from '../../data/queryClient';
import { keepPlannedUpdate } from '../../data/keptFills';
import { type Endpoint } from '../../domain/endpoint';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { workspaceIdentity } from '../../domain/workspace';
import { FakeWorkspace } from '../../test/fakeWorkspace';
import { demoWorkspace, INFLUX, ORDERS, STRANGE } from '../../test/fixtures';
import { answers, fails, hangs } from '../../test/handlers';
import { render } from '../../test/render';
import { keepDraft, readyDraft } from '../../test/renderCreate';
import { requestsSeen, server } from '../../test/server';
import { EndpointPage } from './EndpointPage';

const id = workspaceIdentity(demoWorkspace);
const CODE = 'MPE-7K3M-X9QT';
const SENSORS = { uid: 'sensors', name: 'Sensors', type: 'influxdb', url: 'http://influx.internal.contoso.com' };

function open(endpoint: Endpoint, prepare: (azure: FakeWorkspace) => void = () => undefined, name = endpoint.name) {
  const azure = new FakeWorkspace([endpoint]);
  server.use(...azure.handlers);
  prepare(azure);
  const view = render(
    <Routes>
      <Route path="/endpoints/:name" element={<EndpointPage />} />
      <Route path="/a/azure-privateendpoints-app/new" element={<NewRequest />} />
    </Routes>,
    `/endpoints/${name}`
  );
  return { azure, ...view };
}

/** Stands for the page that asks for a new endpoint. */
function NewRequest() {
  return <>new request: {useLocation().search}</>;
}

/** What was told in toasts: severity, title and, where there is one, detail. */
const toasts: string[][] = [];
beforeEach(() => {
  toasts.length = 0;
  jest.spyOn(getAppEvents(), 'publish').mockImplementation(({ type, payload }) => {
    toasts.push([type, ...(payload as string[]).filter(Boolean)]);
  });
});
afterEach(() => jest.restoreAllMocks());

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
    expect(now.getByText('The private link is active. Data sources of this workspace can use it.')).toBeVisible();
    expect(fact(now, 'Next action by')).toBe('You');

    const connection = await panel('Connection');
    expect(await connection.findByRole('link', { name: 'Open influx-pls in the Azure portal' })).toBeVisible();
    expect(connection.getByRole('button', { name: 'Copy domain name influx.internal.contoso.com' })).toBeVisible();
    expect(connection.getByRole('button', { name: 'Copy private IP 10.0.0.5' })).toBeVisible();
    expect(fact(connection, 'Request message')).toBe('Sensors');

    const record = await panel('In Azure');
    expect(fact(record, 'Connection state')).toBe('Approved');
    expect(fact(record, 'Provisioning state')).toBe('Succeeded');
    expect(fact(record, 'Owner comment')).toBe('Approved by the data platform team');
    expect(record.getAllByRole('listitem').map((tag) => tag.textContent)).toEqual(['team: plant 7', 'cost']);
    expect(fact(record, 'Created')).toContain('by kim@contoso.com');
    expect(screen.queryByRole('region', { name: 'Approval request' })).not.toBeInTheDocument();
  });

  it('shows what it has no name for as it is', async () => {
    open(STRANGE);
    expect((await state()).getByText('Entangled')).toBeVisible();
    expect(
      (await panel('Other properties')).getByLabelText(/unknown properties/, { selector: 'pre' })
    ).toHaveTextContent('{ "spin": "up" }');
  });

  it('that was not asked for yet leads back to its draft', async () => {
    const { kind, target, requestMessage } = readyDraft;
    keepDraft({ kind, target, requestMessage });
    open(INFLUX, undefined, 'billing');
    await screen.findByText('No private endpoint named billing');
    expect(await screen.findByRole('link', { name: 'Continue request for billing' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/new/review'
    );
  });

  it('that no name can be is not there either', async () => {
    jest.spyOn(console, 'warn').mockImplementation();
    open(INFLUX, undefined, '%E0%A4%A');
    expect(await screen.findByText('No private endpoint named %E0%A4%A')).toBeVisible();
  });

  it('that is not there leads back', async () => {
    open(INFLUX, undefined, 'nope');
    expect(await screen.findByText('No private endpoint named nope')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all private endpoints' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/endpoints'
    );
  });

  it('that can not be read says why, and is read again', async () => {
    const failure = { code: 'azure_unavailable', message: 'Azure is not available.' };
    const { azure, user } = open(INFLUX, () => server.use(fails('GET /endpoints/:name', 503, failure)));
    const alert = within(await screen.findByRole('alert', { name: 'Couldn’t load the endpoint' }));
    server.resetHandlers();
    server.use(...azure.handlers);
    await user.click(alert.getByRole('button', { name: 'Try again' }));
    expect((await state()).getByText('Approved')).toBeVisible();
  });

  it('shows its shape while it is read', () => {
    open(INFLUX, () => server.use(hangs('GET /endpoints/:name'), hangs('GET /workspace')));
    expect(screen.getByRole('status', { name: 'Loading the endpoint' })).toBeVisible();
  });
});

describe('a request that waits', () => {
  const WAITING = { ...ORDERS, requestMessage: `For the orders team ${CODE}`, createdAt: '2020-01-01T00:00:00Z' };
  const connection = { id: `${WAITING.targetId}/privateEndpointConnections/c1`, name: 'orders-sql', description: CODE };
  const confirmed = (status: string) => ({
    ...{ grade: 'confirmed' as const, reason: `The connection's description contains the request code ${CODE}.` },
    connection: { ...connection, status },
  });
  const probable = {
    ...{ grade: 'probable' as const, reason: "The connection name follows Azure's usual pattern." },
    connection: { ...connection, status: 'Approved', description: 'OK' },
  };

  it('is handed over with message, code, exact connection, commands and a reminder', async () => {
    const { user } = open(WAITING, (azure) => azure.targets.set('orders-sql', confirmed('Pending')));
    const card = await panel('Approval request');
    await card.findByText(/named orders-sql/);
    expect(card.getByRole('button', { name: `Copy request code ${CODE}` })).toBeVisible();
    expect(card.getByLabelText('approval request')).toHaveTextContent(/Reminder: approval needed/);
    expect(card.getByLabelText('approval request')).not.toBeVisible();
    await user.click(card.getByRole('button', { name: 'Show message' }));
    expect(card.getByLabelText('approval request')).toBeVisible();
    expect(card.getByRole('link', { name: 'Write email' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^mailto:\?subject=Reminder/)
    );
    expect(card.queryByText(/The email is shortened/)).not.toBeInTheDocument();
    await user.click(card.getByRole('radio', { name: 'Request' }));
    expect(card.getByLabelText('approval request')).toHaveTextContent(/^Approval needed/);
    await user.click(card.getByRole('button', { name: 'Azure CLI commands for the owner' }));
    expect(card.getByLabelText('command that approves the connection')).toHaveTextContent(connection.id);
  });

  it('says that the owner has probably approved it, and why, and refreshes at a click', async () => {
    const { azure, user } = open({ ...WAITING, requestMessage: 'no code' }, (one) =>
      one.targets.set('orders-sql', probable)
    );
    const now = await state();
    expect(await now.findByText(/^The resource owner has probably approved/)).toBeVisible();
    expect(fact(now, 'Next action by')).toBe('You');
    expect(fact(now, 'Match')).toBe(`Probable. ${probable.reason}`);
    await user.click(now.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(azure.count('POST /refresh')).toBe(1));
  });

  it('names no connection and no command to approve where the match is only probable', async () => {
    const { user } = open({ ...WAITING, requestMessage: 'no code' }, (azure) =>
      azure.targets.set('orders-sql', probable)
    );
    const views = await panel('Approval status');
    expect(await views.findByText(/^Probable\./)).toBeVisible();
    expect((await panel('Refresh')).getByText(/has probably decided\. Refresh to confirm/)).toBeVisible();
    const card = await panel('Approval request');
    await user.click(card.getByRole('button', { name: 'Azure CLI commands for the owner' }));
    expect(card.queryByLabelText('command that approves the connection')).not.toBeInTheDocument();
    expect(card.getByText(/isn’t confirmed, so there is no command/)).toBeVisible();
  });

  it('says that it is approved and not refreshed yet, and why, and refreshes at a click', async () => {
    const { azure, user } = open(WAITING, (one) => one.targets.set('orders-sql', confirmed('Approved')));
    expect(await screen.findByText('Approved, not active yet')).toBeVisible();
    const views = await panel('Approval status');
    expect(fact(views, 'State in workspace')).toBe('Pending');
    expect(fact(views, 'State on target')).toBe('Approved');
    const refresh = await panel('Refresh');
    expect(refresh.getByText(/^The resource owner has decided\. Refresh to apply/)).toBeVisible();
    await user.click(refresh.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(azure.count('POST /refresh')).toBe(1));
    expect(await refresh.findByText(/Last refresh: just now\. It is in progress\./)).toBeVisible();
    expect(refresh.getByRole('button', { name: 'Refreshing…' })).toBeVisible();
    azure.endpoints.set('orders-sql', { ...WAITING, connectionState: 'Approved' });
    azure.finish();
    expect(await screen.findByText('Approved', { selector: 'section[aria-label="State"] *' })).toBeVisible();
    await waitFor(() =>
      expect(toasts).toEqual([['alert-success', 'Refresh finished', 'Connection states are up to date.']])
    );
  }, 40_000);

  it('says what an automatic refresh was started for, and that it went wrong', async () => {
    const error = { code: 'azure_operation_failed', message: 'Azure couldn’t.', cause: 'NoCapacity' };
    open(WAITING, (azure) => {
      azure.finish('failed', error);
      azure.refresh = {
        lastOperation: { kind: 'refresh', name: '', statusPath: '/status/auto', createdAt: '' },
        lastStartedAt: new Date().toISOString(),
        because: [{ name: 'payments', decision: 'Approved' }],
      };
    });
    expect(
      await (await panel('Refresh')).findByText(/just now, because payments was approved\. It failed: NoCapacity\./)
    ).toBeVisible();
    expect(toasts).toEqual([]);
  });

  it('says that the target can not be read, and that only the own view is known', async () => {
    const error = { code: 'azure_forbidden', message: 'The identity may not read it.' };
    open(WAITING, (azure) => azure.targets.set('orders-sql', { error }));
    const views = await panel('Approval status');
    expect(await views.findByText(/Only the state in the workspace is known/)).toBeVisible();
    expect(fact(views, 'State on target')).toBe('Couldn’t be loaded');
  });

  it('reads the target of one that does not wait for its page alone', async () => {
    const { azure } = open(INFLUX, (one) => one.targets.set('influx', confirmed('Disconnected')));
    expect(await screen.findByText('Disconnected, not applied yet')).toBeVisible();
    expect(azure.count('/connection')).toBe(1);
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
    const [first, second] = now.getAllByRole('button', { name: /^Delete/ });
    expect(first).toHaveAccessibleName('Delete');
    expect(second).toHaveAccessibleName('Delete and request again');
    expect(fact(now, 'Owner comment')).toBe(words);
    expect(fact(await panel('In Azure'), 'Owner comment')).toBe(words);
  });

  it('leads on to a new request with its details when it is deleted', async () => {
    const { azure, user } = open({ ...ORDERS, connectionState: 'Rejected' });
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
    open(FAILED);
    const now = await state();
    expect(fact(now, 'Reason')).toContain('No reason is available here.');
    expect(await now.findByRole('link', { name: 'Open activity log' })).toHaveAttribute(
      'href',
      expect.stringMatching(/contoso-grafana\/eventlogs$/)
    );
  });

  it('says Azure’s reason, once in a toast and on the page as long as it is open', async () => {
    const error = { code: 'azure_operation_failed', message: 'Azure could not do it.', cause: 'No capacity.' };
    const { azure, user } = open(INFLUX);
    await user.click((await state()).getByRole('button', { name: 'Edit tags' }));
    await user.click(screen.getByRole('button', { name: 'Save tags' }));
    await waitFor(() => expect(azure.count('PATCH')).toBe(1));
    azure.endpoints.set('influx', FAILED);
    azure.finish('failed', error);
    await waitFor(async () => expect(fact(await state(), 'Reason')).toBe('Azure could not do it. No capacity.'));
    expect(toasts).toEqual([['alert-error', 'Couldn’t update the tags of influx', 'No capacity.']]);
  }, 40_000);

  it('says how long Azure has worked on it', async () => {
    const lastModifiedAt = new Date(Date.now() - 33 * 60_000).toISOString();
    open({ ...INFLUX, provisioningState: 'Accepted', connectionState: '', lastModifiedAt });
    expect(fact(await state(), 'Next step')).toMatch(/^In progress for 33 minutes\. This is much longer/);
  });
});

describe('data sources', () => {
  const path = '/a/azure-privateendpoints-app/data-sources';

  it('that use it are named with the reason, and can be checked; more can be filled in or created', async () => {
    server.use(answers('GET /datasources', { dataSources: [SENSORS] }));
    open(INFLUX);
    const used = await panel('Used by');
    expect(await used.findByText('Uses the endpoint’s domain name, influx.internal.contoso.com.')).toBeVisible();
    expect(used.getByRole('link', { name: 'Test Sensors' })).toHaveAttribute(
      'href',
      `${path}/check?uid=sensors&endpoint=influx`
    );
    expect(used.getByRole('link', { name: 'Update data sources' })).toHaveAttribute('href', `${path}/fill-in/influx`);
    expect(used.getByRole('link', { name: 'Create data source' })).toHaveAttribute('href', `${path}/new/influx`);
    expect(used.getByRole('link', { name: 'Test' })).toHaveAttribute('href', `${path}/check?endpoint=influx`);
    expect((await state()).getByRole('link', { name: 'Update data sources' })).toBeVisible();
  });

  it('can only be planned while it is not ready', async () => {
    open(ORDERS);
    const used = await panel('Used by');
    expect(await used.findByRole('link', { name: 'Plan updates' })).toBeVisible();
    expect(used.queryByRole('link', { name: 'Create data source' })).not.toBeInTheDocument();
  });

  it('that were planned are offered', async () => {
    const chosen = [{ uid: 'sensors', name: 'Sensors', host: '' }];
    keepPlannedUpdate(id, { endpoint: 'influx', place: 'remote', chosen, at: Date.now() });
    open(INFLUX);
    expect(
      await (await panel('Used by')).findByText(/This endpoint is ready\. Planned update for Sensors\./)
    ).toBeVisible();
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
    expect(dialog.getByText(/It isn’t known which ones/)).toBeVisible();
    const field = dialog.getByRole('textbox', { name: 'Type influx to confirm' });
    expect(field).toHaveFocus();
    await user.keyboard('influ{Enter}');
    expect(dialog.getByText('Type influx to delete it')).toBeVisible();
    expect(field).toHaveFocus();
    expect(azure.count('DELETE')).toBe(0);
    await user.keyboard('x{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(azure.count('DELETE')).toBe(1);
    azure.finish();
    expect(await screen.findByText('influx is deleted', {}, { timeout: 8_000 })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Create again with the same details' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/new?from=influx'
    );
    expect(Object.keys(localStorage).some((key) => key.includes('draft~from-influx'))).toBe(true);
    await waitFor(() => expect(toasts).toEqual([['alert-success', 'influx deleted']]));
  }, 40_000);

  it('is sent also where the workspace can not be read, as are all other changes', async () => {
    const { azure, user } = open(INFLUX, () =>
      server.use(fails('GET /workspace', 403, { code: 'azure_forbidden', message: 'No permission.' }))
    );
    await user.click((await state()).getByRole('button', { name: 'Edit tags' }));
    await user.click(screen.getByRole('button', { name: 'Save tags' }));
    await waitFor(() => expect(azure.count('PATCH')).toBe(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.click((await state()).getByRole('button', { name: 'Edit domain name' }));
    await user.type(screen.getByRole('textbox', { name: /Domain name/ }), '.cn');
    await user.click(screen.getByRole('button', { name: 'Change domain name' }));
    await waitFor(() => expect(azure.count('PATCH')).toBe(2));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.click((await panel('Refresh')).getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(azure.count('POST /refresh')).toBe(1));
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.type(screen.getByRole('textbox'), 'influx{Enter}');
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
  }, 20_000);

  it('never hits an endpoint that someone created anew while the dialog was open', async () => {
    const { azure, user } = open(ORDERS);
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    const another = { ...ORDERS, createdAt: new Date().toISOString() };
    azure.endpoints.set('orders-sql', another);
    await act(() => queryClient.invalidateQueries());
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    const alert = await screen.findByRole('alert', { name: 'Couldn’t delete orders-sql' });
    expect(alert).toHaveTextContent('The endpoint orders-sql was replaced by another one at');
    expect(azure.endpoints.get('orders-sql')).toBe(another);
  });

  it('lists the data sources that break, and asks for the name', async () => {
    server.use(
      answers('GET /datasources', { dataSources: [SENSORS] }),
      answers('GET /dependents', { dashboards: 3, alertRules: null })
    );
    const { user } = open(INFLUX);
    await (await panel('Used by')).findByRole('link', { name: 'Sensors' });
    expect(requestsSeen().some(({ path }) => path.endsWith('/dependents'))).toBe(false);
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete influx' }));
    expect(dialog.getByText('1 data source will stop working:')).toBeVisible();
    expect(await dialog.findByText(/^At least 3 dashboards will be affected\. It isn’t known/)).toBeVisible();
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
    await (await panel('Used by')).findByText('No data sources use this endpoint.');
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    expect(screen.getByText('No data sources use influx.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
  });

  it('only asks once where nothing can depend on it', async () => {
    const { azure, user } = open(ORDERS);
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
  });

  it('that meets a conflict waits, says for what, asks before the page is left, and can be called off', async () => {
    const failure = { code: 'azure_conflict', message: 'Another change is running.', retryAfter: 60 };
    const { azure, user } = open(ORDERS, (one) => one.meetings.push({ status: 409, failure }));
    const block = jest.spyOn(locationService.getHistory(), 'block');
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    expect(await screen.findByText('Another change to the workspace is in progress.')).toBeVisible();
    expect(screen.getByText(/^Next try in (60|59|58) seconds\.$/)).toBeVisible();
    const [ask] = block.mock.lastCall as [(to: { pathname: string }) => string | undefined];
    expect(ask({ pathname: '/elsewhere' })).toContain('it won’t be sent');
    expect(ask(locationService.getLocation())).toBeUndefined();
    const unload = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(unload);
    expect(unload.defaultPrevented).toBe(true);

    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const later = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
    expect(azure.count('DELETE')).toBe(1);
    expect(toasts).toEqual([]);
  }, 40_000);

  it('that is refused says why where it was asked for, and once elsewhere when the page was left', async () => {
    const refused = {
      status: 403,
      failure: { code: 'azure_forbidden', message: 'No permission.', hint: 'Assign it.' },
    };
    const { azure, user, unmount } = open(ORDERS, (one) => one.meetings.push(refused, refused));
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    expect(await screen.findByRole('alert', { name: 'Couldn’t delete orders-sql' })).toHaveTextContent('Assign it.');
    expect(toasts).toEqual([]);
    const goOn = azure.hold();
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    await waitFor(() => expect(azure.count('DELETE')).toBe(2));
    unmount();
    goOn();
    await waitFor(() =>
      expect(toasts).toEqual([['alert-error', 'Couldn’t delete orders-sql', 'No permission. Assign it.']])
    );
  });

  it('goes out after another change that was begun before', async () => {
    const { azure, user } = open(ORDERS);
    const goOn = azure.hold();
    await user.click((await panel('Refresh')).getByRole('button', { name: 'Refresh' }));
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    expect(await screen.findByText('Another change from this page is in progress.')).toBeVisible();
    expect(azure.count('DELETE')).toBe(0);
    goOn();
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
    expect(azure.count('POST /refresh')).toBe(1);
  }, 40_000);
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
    expect(dialog.getByText(/at least three parts/)).toBeVisible();
    await user.clear(field);
    await user.type(field, 'https://NEW.internal.contoso.com:8086/');
    await user.click(dialog.getByRole('button', { name: 'Change domain name' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(requestsSeen().find(({ method }) => method === 'PATCH')?.body).toBe(
      `{"domainName":{"seen":"${INFLUX.domainName}","wanted":"new.internal.contoso.com"},"createdAt":"${INFLUX.createdAt}"}`
    );
    azure.finish();
    await waitFor(() => expect(toasts).toEqual([['alert-success', 'Domain name of influx updated']]));
    expect(await (await panel('Connection')).findByText('new.internal.contoso.com')).toBeVisible();
  }, 40_000);

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
    expect(drawer.getByRole('alert')).toHaveTextContent('Tag 1 has a value but no name.');
    expect(drawer.getByRole('textbox', { name: 'Name of tag 1' })).toHaveFocus();
    await user.type(drawer.getByRole('textbox', { name: 'Name of tag 1' }), 'a<b');
    await user.click(drawer.getByRole('button', { name: 'Save tags' }));
    expect(drawer.getByText(/isn't allowed in tag names/)).toBeVisible();
    await user.clear(drawer.getByRole('textbox', { name: 'Name of tag 1' }));
    await user.type(drawer.getByRole('textbox', { name: 'Name of tag 1' }), 'team');
    await user.click(drawer.getByRole('button', { name: 'Save tags' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    azure.endpoints.set('influx', { ...INFLUX, tags: { team: 'y' } });
    azure.finish();
    await waitFor(() =>
      expect(toasts[0]?.slice(0, 2)).toEqual(['alert-warning', 'Couldn’t update the tags of influx'])
    );
  }, 40_000);

  it('offers a domain name only where there can be one', async () => {
    open(sampleEndpoint({ ...ORDERS, domainName: '' }));
    expect((await state()).queryByRole('button', { name: 'Edit domain name' })).not.toBeInTheDocument();
  });
});
