import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { operations } from '../../data/operations';
import { FakeWorkspace } from '../../test/fakeWorkspace';
import { demoWorkspace, INFLUX, ORDERS } from '../../test/fixtures';
import { render } from '../../test/render';
import { server } from '../../test/server';
import { EndpointList } from './EndpointList';

const { id } = demoWorkspace;
const CODE = 'MPE-7K3M-X9QT';
const WAITING = { ...ORDERS, requestMessage: `For the orders team ${CODE}` };

function open(endpoints = [INFLUX, WAITING]) {
  const azure = new FakeWorkspace(endpoints);
  server.use(...azure.handlers);
  return { azure, ...render(<EndpointList />) };
}

it('tells in the row what runs on an endpoint, since when, and what follows', async () => {
  const creating = { ...INFLUX, provisioningState: 'Accepted', connectionState: '' };
  const startedAt = Date.now() - 125_000;
  operations.put(id, '1', {
    kind: 'create',
    name: 'influx',
    statusPath: '/s',
    status: 'running',
    startedAt,
    finishedAt: undefined,
    failure: '',
  });
  open([creating]);
  const row = within(await screen.findByRole('row', { name: /^influx / }));
  expect(await row.findByText(/Creating influx\. Running for 2 minutes\..*has to approve it\./)).toBeVisible();
});

it('shows what its owner approved and nobody refreshed, after the list and with few calls', async () => {
  const { azure } = open();
  azure.connections.set('orders-sql', { id: '/c/1', status: 'Approved', description: CODE });
  await screen.findByRole('table', { name: 'Private endpoints' });
  expect(azure.count('/connection')).toBe(0);
  const row = within(screen.getByRole('row', { name: /^orders-sql / }));
  expect(await row.findByText('Approved, not refreshed yet', {}, { timeout: 6_000 })).toBeVisible();
  expect(
    screen.getByText(/1 endpoint has a decision that the network of the workspace doesn’t know yet/)
  ).toBeVisible();
  expect(azure.count('/connection')).toBe(1);
}, 12_000);

it('refreshes at a click, and says how the last one ended', async () => {
  const { azure, user } = open();
  const failure = { code: 'azure_forbidden', message: 'The identity may not refresh.' };
  azure.meetings.push({ status: 403, failure });
  const part = within(await screen.findByRole('region', { name: 'Refresh' }));
  expect(part.getByText(/1 request waits for a decision/)).toBeVisible();
  await user.click(part.getByRole('button', { name: 'Refresh the workspace' }));
  await waitFor(() => expect(azure.count('POST /refresh')).toBe(1));
  expect(await part.findByText(/by hand\. It failed: The identity may not refresh\./)).toBeVisible();
  expect(screen.getByText('Could not refresh the workspace')).toBeVisible();
});
