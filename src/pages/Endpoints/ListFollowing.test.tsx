import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { FakeWorkspace } from '../../test/fakeWorkspace';
import { INFLUX, ORDERS } from '../../test/fixtures';
import { render } from '../../test/render';
import { server } from '../../test/server';
import { EndpointsPage } from './EndpointsPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: jest.requireActual<{ PluginPage: unknown }>('../../test/PluginPage').PluginPage,
}));

const approved = { id: '/c/1', name: 'c1', status: 'Approved', description: 'OK' };

function open(endpoints = [INFLUX, ORDERS], prepare: (azure: FakeWorkspace) => void = () => undefined) {
  const azure = new FakeWorkspace(endpoints);
  prepare(azure);
  server.use(...azure.handlers);
  return { azure, ...render(<EndpointsPage />) };
}

const refresh = async () => within(await screen.findByRole('region', { name: 'Refresh' }));

it('says in the row since when Azure has worked on an endpoint, also after a reload', async () => {
  const lastModifiedAt = new Date(Date.now() - 125_000).toISOString();
  open([{ ...INFLUX, provisioningState: 'Accepted', connectionState: '', lastModifiedAt }]);
  const row = within(await screen.findByRole('row', { name: /^influx / }));
  expect(row.getByText('Creating')).toBeVisible();
  expect(row.getByText(/^In progress for 2 minutes\./)).toBeVisible();
});

it('follows once the list is shown, and shows what an owner decided', async () => {
  const { azure } = open(undefined, ({ targets }) =>
    targets.set('orders-sql', { grade: 'probable', reason: 'The name fits.', connection: approved })
  );
  await screen.findByRole('table', { name: 'Private endpoints' });
  expect(azure.calls[0]).toBe('GET /endpoints');
  const row = within(screen.getByRole('row', { name: /^orders-sql / }));
  expect(await row.findByText('Probably approved')).toBeVisible();
  expect(
    (await refresh()).getByText(/^orders-sql is probably approved\. A refresh confirms it automatically/)
  ).toBeVisible();
  expect(azure.count('/connection')).toBe(0);
});

it('refreshes at a click, and says why that was refused and how the last one ended', async () => {
  const { azure, user } = open();
  const failure = { code: 'azure_forbidden', message: 'The identity may not refresh.' };
  azure.meetings.push({ status: 403, failure });
  const part = await refresh();
  expect(
    await part.findByText('Last refresh: unknown. Refreshes automatically after approval while this page is open.')
  ).toBeVisible();
  await user.click(part.getByRole('button', { name: 'Refresh' }));
  expect(await part.findByRole('alert', { name: 'Couldn’t refresh' })).toHaveTextContent(failure.message);
  await user.click(part.getByRole('button', { name: 'Refresh' }));
  expect(await part.findByRole('button', { name: 'Refreshing…' })).toBeVisible();
  azure.finish();
  expect(await part.findByText(/^Last refresh: just now\. Refreshes/)).toBeVisible();
  expect(azure.count('POST /refresh')).toBe(2);
}, 40_000);

it('waits as Azure asks, and stops waiting at a click', async () => {
  const busy = { status: 409, failure: { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 60 } };
  const { azure, user } = open(undefined, ({ meetings }) => meetings.push(busy));
  const part = await refresh();
  await user.click(part.getByRole('button', { name: 'Refresh' }));
  expect(await part.findByText('Another change to the workspace is in progress.')).toBeVisible();
  await user.click(part.getByRole('button', { name: 'Stop waiting' }));
  await waitFor(() => expect(part.getByRole('button', { name: 'Refresh' })).toBeVisible());
  expect(part.queryByRole('alert')).not.toBeInTheDocument();
  expect(azure.count('POST /refresh')).toBe(1);
});
