import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { type Endpoint } from '../../domain/endpoint';
import { FakeWorkspace } from '../../test/fakeWorkspace';
import { INFLUX, ORDERS } from '../../test/fixtures';
import { answers, fails } from '../../test/handlers';
import { render } from '../../test/render';
import { server } from '../../test/server';
import { EndpointsPage } from './EndpointsPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: jest.requireActual<{ PluginPage: unknown }>('../../test/PluginPage').PluginPage,
}));

const dead = (name: string, connectionState: string, more: Partial<Endpoint> = {}): Endpoint => ({
  ...ORDERS,
  name,
  id: `/e/${name}`,
  connectionState,
  connectionDescription: '',
  ...more,
});
const rejected = dead('rejected', 'Rejected');
const gone = dead('gone', 'Disconnected');
const failed = { ...INFLUX, name: 'failed', id: '/e/failed', provisioningState: 'Failed' };
const waiting = dead('waiting', 'Pending');

async function open(prepare: (azure: FakeWorkspace) => void = () => undefined) {
  const azure = new FakeWorkspace([rejected, gone, failed, waiting, INFLUX]);
  prepare(azure);
  server.use(...azure.handlers);
  const view = render(<EndpointsPage />);
  await screen.findByRole('table', { name: 'Private endpoints' });
  return { azure, ...view };
}

const box = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` });
const dialog = () => within(screen.getByRole('dialog'));
const step = (name: string) =>
  within(
    dialog()
      .getAllByRole('listitem')
      .find((item) => item.textContent?.startsWith(name)) ?? document.body
  );
const deletions = (azure: FakeWorkspace) => azure.calls.filter((call) => call.startsWith('DELETE'));

it('offers to choose only what can be nothing but deleted', async () => {
  const { user } = await open();
  expect(screen.queryByRole('checkbox', { name: 'Select waiting' })).not.toBeInTheDocument();
  expect(screen.queryByRole('checkbox', { name: 'Select influx' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  await user.click(box('gone'));
  expect(screen.getByText('1 selected')).toBeVisible();
  await user.click(screen.getByRole('checkbox', { name: /^Select all/ }));
  expect(screen.getByText('3 selected')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear selection' }));
  expect(screen.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
});

it('says once what breaks, has it confirmed, and deletes one after the other', async () => {
  const source = { uid: 's', name: 'Sensors', type: 'influxdb', url: 'http://influx.internal.contoso.com' };
  const { azure, user } = await open(() =>
    server.use(
      answers('GET /datasources', { dataSources: [source] }),
      answers('GET /dependents', { dashboards: 2, alertRules: 0 })
    )
  );
  await user.click(box('gone'));
  await user.click(box('failed'));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(screen.getByRole('dialog', { name: 'Delete 2 private endpoints' })).toBeVisible();
  expect(await step('failed').findByRole('link', { name: 'Sensors' })).toBeVisible();
  expect(step('gone').queryByRole('link')).not.toBeInTheDocument();
  expect(dialog().getByText('1 data source depends on them.')).toBeVisible();
  expect(await dialog().findByText(/^At least 2 dashboards /)).toBeVisible();
  await user.click(dialog().getByRole('button', { name: 'Delete 2 endpoints' }));
  expect(dialog().getByText('Type delete to delete them')).toBeVisible();
  expect(deletions(azure)).toEqual([]);

  await user.type(screen.getByLabelText('Type delete to confirm'), 'delete{Enter}');
  expect(await step('gone').findByText('Deletion started')).toBeVisible();
  expect(step('failed').getByText('Waiting for its turn')).toBeVisible();
  expect(deletions(azure)).toEqual(['DELETE gone']);
  azure.finish();
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(deletions(azure)).toEqual(['DELETE gone', 'DELETE failed']);
  expect(screen.queryByText(/ selected$/)).not.toBeInTheDocument();
});

it('goes on after one that fails, says why at that one, and tries only the rest again', async () => {
  const failure = { code: 'azure_forbidden', message: 'The identity may not delete it.', hint: 'Ask for the role.' };
  const { azure, user } = await open((one) => one.meetings.push({ status: 403, failure }));
  await user.click(box('rejected'));
  await user.click(box('gone'));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Delete 2 endpoints' }));
  const [first = '', second = ''] = ['rejected', 'gone'];
  expect(await step(first).findByText(`Couldn’t delete ${first}. ${failure.message}`)).toBeVisible();
  expect(step(first).getByText('Ask for the role.')).toBeVisible();
  expect(await step(second).findByText('Deletion started')).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(deletions(azure)).toEqual([first, second, first].map((name) => `DELETE ${name}`));
});

it('sends nothing more once it is stopped', async () => {
  const { azure, user } = await open();
  await user.click(box('rejected'));
  await user.click(box('gone'));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Delete 2 endpoints' }));
  expect(await step('rejected').findByText('Deletion started')).toBeVisible();
  expect(step('gone').getByText('Waiting for its turn')).toBeVisible();
  await user.click(dialog().getByRole('button', { name: 'Stop' }));
  expect(await step('gone').findByText('Not sent')).toBeVisible();
  expect(deletions(azure)).toEqual(['DELETE rejected']);
  await user.click(dialog().getByText('Close'));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('speaks of one where one is chosen', async () => {
  const { user } = await open();
  await user.click(box('rejected'));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(await dialog().findByText('No data sources use this endpoint.')).toBeVisible();
  expect(dialog().getByText('Its details are kept in this browser, so you can request it again.')).toBeVisible();
});

it('has it confirmed where nobody knows what uses them', async () => {
  const { azure, user } = await open(() =>
    server.use(fails('GET /datasources', 502, { code: 'azure_unavailable', message: 'No.' }))
  );
  await user.click(box('rejected'));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(await dialog().findByText('It isn’t known which data sources depend on it.')).toBeVisible();
  await user.click(dialog().getByRole('button', { name: 'Delete endpoint' }));
  expect(dialog().getByText('Type delete to delete it')).toBeVisible();
  expect(deletions(azure)).toEqual([]);
});
