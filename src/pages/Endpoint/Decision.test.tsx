import { screen, waitFor, within } from '@testing-library/react';
import { ORDERS } from '../../test/fixtures';
import { settingsStore } from '../../test/handlers';
import { badge, noteToasts, openEndpoint, panel, state } from '../../test/renderEndpoint';
import { requestsSeen, server } from '../../test/server';
import { type FakeWorkspace } from '../../test/fakeWorkspace';

const CODE = 'MPE-7K3M-X9QT';
const WAITING = { ...ORDERS, requestMessage: `For the orders team ${CODE}` };
const CONNECTION = `${WAITING.targetId}/privateEndpointConnections/c1`;
const ACTION = 'Microsoft.Sql/servers/privateEndpointConnectionsApproval/action';

let toasts: string[][] = [];
beforeEach(() => {
  toasts = noteToasts();
});
afterEach(() => jest.restoreAllMocks());

function view(status = 'Pending', grade: 'confirmed' | 'probable' = 'confirmed') {
  return { grade, reason: 'The code.', connection: { id: CONNECTION, name: 'c1', status, description: CODE } };
}

function open(prepare: (azure: FakeWorkspace) => void = () => undefined, approveRequests: unknown = true) {
  return openEndpoint(WAITING, (azure) => {
    server.use(...settingsStore({ enabled: true, pinned: true, jsonData: { approveRequests }, secrets: [] }));
    azure.targets.set('orders-sql', view());
    prepare(azure);
  });
}

const card = () => panel('Approve or reject');
const sent = () =>
  requestsSeen()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/approval'))
    .map(({ body }) => JSON.parse(String(body)) as unknown);

describe('a request that can be decided on from here', () => {
  it('says who asks for what over which connection, and is approved with a comment', async () => {
    const { azure, user } = open();
    const shown = await card();
    for (const text of ['ada@contoso.com', 'orders', `For the orders team ${CODE}`, CODE, 'c1']) {
      expect(await shown.findByText(text)).toBeVisible();
    }
    expect(shown.getByText(/privateEndpoints\/grafana-contoso-orders-sql$/)).toBeVisible();
    await user.click((await state()).getByRole('button', { name: 'Approve or reject' }));
    expect(screen.getByRole('region', { name: 'Approve or reject' })).toHaveFocus();

    await user.click(shown.getByRole('button', { name: 'Approve' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Approve orders-sql' }));
    const field = dialog.getByRole('textbox', { name: /Comment/ });
    expect(field).toHaveFocus();
    await user.clear(field);
    await user.type(field, ' Fine with us {Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent()).toEqual([
      { createdAt: WAITING.createdAt, connectionId: CONNECTION, decision: 'approve', comment: 'Fine with us' },
    ]);
    expect(await screen.findByText('Applying the approval on the target resource.')).toBeVisible();
    expect(screen.getByRole('region', { name: 'State' })).toHaveFocus();
    azure.finish();
    expect(await badge('Approved, not active yet')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Approve or reject' })).not.toBeInTheDocument();
    await waitFor(() =>
      expect(toasts).toEqual([
        ['alert-success', 'orders-sql approved', 'A refresh applies the approval to the managed network.'],
      ])
    );
  }, 40_000);

  it('is rejected with a reason, and not without one', async () => {
    const { azure, user } = open();
    await user.click(await (await card()).findByRole('button', { name: 'Reject' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Reject orders-sql' }));
    await user.click(dialog.getByRole('button', { name: 'Reject request' }));
    expect(dialog.getByText('Enter a reason.')).toBeVisible();
    expect(dialog.getByRole('textbox', { name: /Reason/ })).toHaveFocus();
    expect(sent()).toEqual([]);
    await user.keyboard('Use the replica{Enter}');
    await waitFor(() =>
      expect(sent()).toEqual([
        { createdAt: WAITING.createdAt, connectionId: CONNECTION, decision: 'reject', comment: 'Use the replica' },
      ])
    );
    azure.finish();
    expect(await badge('Rejected, not applied yet')).toBeVisible();
  }, 40_000);

  it('stays as it is where the backend refuses, and says why', async () => {
    const failure = { code: 'request_decided', message: 'The connection c1 isn’t pending any more (Approved).' };
    const { user } = open((azure) => azure.meetings.push({ status: 409, failure }));
    await user.click(await (await card()).findByRole('button', { name: 'Approve' }));
    await user.click(screen.getByRole('button', { name: 'Approve request' }));
    expect(await screen.findByRole('alert', { name: 'Couldn’t approve orders-sql' })).toHaveTextContent(
      'isn’t pending any more'
    );
    await user.keyboard('{Escape}');
    expect((await card()).getByRole('button', { name: 'Approve' })).toHaveFocus();
  });

  it('is read back, and not sent again, where the answer is lost', async () => {
    const { azure, user } = open((one) => one.meetings.push('lostAfter'));
    await user.click(await (await card()).findByRole('button', { name: 'Approve' }));
    await user.click(screen.getByRole('button', { name: 'Approve request' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    azure.finish();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument(), { timeout: 15_000 });
    expect(sent()).toHaveLength(1);
  }, 40_000);

  it('says that nothing was done where the answer is lost before', async () => {
    const { user } = open((azure) => azure.meetings.push('lostBefore'));
    await user.click(await (await card()).findByRole('button', { name: 'Approve' }));
    await user.click(screen.getByRole('button', { name: 'Approve request' }));
    const alert = await screen.findByRole('alert', { name: 'Couldn’t approve orders-sql' }, { timeout: 15_000 });
    expect(alert).toHaveTextContent('Azure didn’t apply the change.');
    expect(sent()).toHaveLength(1);
  }, 40_000);
});

it('names action and role where the permission is missing, and keeps the approval request', async () => {
  open((azure) => (azure.permission = { state: 'notGranted', action: ACTION, role: 'Contributor' }));
  const shown = await card();
  expect(
    await shown.findByText(new RegExp(`Missing action: ${ACTION}\\. Assign it the role Contributor`))
  ).toBeVisible();
  expect(shown.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
  expect((await state()).getByRole('button', { name: 'Send approval request' })).toBeVisible();
  expect(await panel('Approval request')).toBeDefined();
});

it('offers the decision where nobody knows about the permission', async () => {
  open((azure) => (azure.permission = { state: 'unknown', action: ACTION, role: 'Contributor' }));
  expect(await (await card()).findByText(/It isn’t known whether the identity has permission/)).toBeVisible();
  expect((await card()).getByRole('button', { name: 'Approve' })).toBeVisible();
});

it('says why a request can’t be decided on', async () => {
  const message = 'More than one connection on the target resource matches this endpoint.';
  open((azure) => (azure.permission = { code: 'request_not_confirmed', message, hint: 'Ask the resource owner.' }));
  expect(await (await card()).findByText(message)).toBeVisible();
  expect((await card()).queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
});

describe('nothing is offered', () => {
  const nothing = async () => {
    expect(await panel('Approval request')).toBeDefined();
    await (await panel('Details')).findByText(/Confirmed|Probable/);
    expect(screen.queryByRole('region', { name: 'Approve or reject' })).not.toBeInTheDocument();
  };

  it.each([null, false, 'yes'])('or asked where the admin has it stored as %s', async (stored) => {
    const { azure } = open(undefined, stored);
    await nothing();
    expect(azure.count('approval')).toBe(0);
  });

  it('where the operator doesn’t allow it', async () => {
    const failure = { code: 'approval_not_allowed', message: 'Not allowed.' };
    const { azure } = open((one) => (one.permission = failure));
    await waitFor(() => expect(azure.count('approval')).toBe(1));
    await nothing();
  });

  it('or asked on a probable match', async () => {
    const { azure } = open((one) => one.targets.set('orders-sql', view('Pending', 'probable')));
    await nothing();
    expect(azure.count('approval')).toBe(0);
  });
});
