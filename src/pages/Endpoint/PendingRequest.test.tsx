import { waitFor } from '@testing-library/react';
import { INFLUX, ORDERS } from '../../test/fixtures';
import { badge, fact, lifeStep, noteToasts, openEndpoint, panel, pathNode, state } from '../../test/renderEndpoint';

const CODE = 'MPE-7K3M-X9QT';

let toasts: string[][] = [];
beforeEach(() => {
  toasts = noteToasts();
});
afterEach(() => jest.restoreAllMocks());

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
    const { user } = openEndpoint(WAITING, (azure) => azure.targets.set('orders-sql', confirmed('Pending')));
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
    const { azure, user } = openEndpoint({ ...WAITING, requestMessage: 'no code' }, (one) =>
      one.targets.set('orders-sql', probable)
    );
    const now = await state();
    expect(await now.findByText(/^The resource owner has probably approved/)).toBeVisible();
    expect((await pathNode('Target resource')).getByText('Probably approved')).toBeVisible();
    expect(fact(await panel('Details'), 'Match')).toBe(`Probable. ${probable.reason}`);
    await user.click(now.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(azure.count('POST /refresh')).toBe(1));
  });

  it('names no connection and no command to approve where the match is only probable', async () => {
    const { user } = openEndpoint({ ...WAITING, requestMessage: 'no code' }, (azure) =>
      azure.targets.set('orders-sql', probable)
    );
    expect(await (await panel('Details')).findByText(/^Probable\./)).toBeVisible();
    const card = await panel('Approval request');
    await user.click(card.getByRole('button', { name: 'Azure CLI commands for the owner' }));
    expect(card.queryByLabelText('command that approves the connection')).not.toBeInTheDocument();
    expect(card.getByText(/isn’t confirmed, so there is no command/)).toBeVisible();
  });

  it('says that it is approved and not refreshed yet, and why, and refreshes at a click', async () => {
    const { azure, user } = openEndpoint(WAITING, (one) => one.targets.set('orders-sql', confirmed('Approved')));
    expect(await badge('Approved, not active yet')).toBeVisible();
    expect((await pathNode('Private endpoint')).getByText('Pending approval')).toBeVisible();
    expect((await pathNode('Private endpoint')).getByText(/not connected to the next/)).toBeInTheDocument();
    expect((await pathNode('Target resource')).getByText('Approved')).toBeVisible();
    const details = await panel('Details');
    expect(fact(details, 'State in workspace')).toBe('Pending');
    expect(fact(details, 'State on target')).toBe('Approved');
    await user.click((await state()).getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(azure.count('POST /refresh')).toBe(1));
    expect(
      await (await lifeStep('Refreshed')).findByText(/Last refresh: just now\. It is in progress\./)
    ).toBeVisible();
    expect((await state()).getByRole('button', { name: 'Refreshing…' })).toBeVisible();
    azure.endpoints.set('orders-sql', { ...WAITING, connectionState: 'Approved' });
    azure.finish();
    expect(await badge('Approved')).toBeVisible();
    await waitFor(() =>
      expect(toasts).toEqual([['alert-success', 'Refresh finished', 'Connection states are up to date.']])
    );
  }, 40_000);

  it('says what an automatic refresh was started for, and that it went wrong', async () => {
    const error = { code: 'azure_operation_failed', message: 'Azure couldn’t.', cause: 'NoCapacity' };
    openEndpoint(WAITING, (azure) => {
      azure.finish('failed', error);
      azure.refresh = {
        lastOperation: { kind: 'refresh', name: '', statusPath: '/status/auto', createdAt: '' },
        lastStartedAt: new Date().toISOString(),
        because: [{ name: 'payments', decision: 'Approved' }],
      };
    });
    expect(
      await (
        await lifeStep('Refreshed')
      ).findByText(/just now, because payments was approved\. It failed: NoCapacity\./)
    ).toBeVisible();
    expect(toasts).toEqual([]);
  });

  it('says that the target can not be read, and that only the own view is known', async () => {
    const error = { code: 'azure_forbidden', message: 'The identity may not read it.' };
    openEndpoint(WAITING, (azure) => azure.targets.set('orders-sql', { error }));
    const details = await panel('Details');
    expect(await details.findByText(/Only the state in the workspace is known/)).toBeVisible();
    expect(fact(details, 'State on target')).toBe('Couldn’t be loaded');
  });

  it('reads the target of one that does not wait for its page alone', async () => {
    const { azure } = openEndpoint(INFLUX, (one) => one.targets.set('influx', confirmed('Disconnected')));
    expect(await badge('Disconnected, not applied yet')).toBeVisible();
    expect(azure.count('/connection')).toBe(1);
  });
});
