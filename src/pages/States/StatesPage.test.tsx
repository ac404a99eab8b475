import { screen, within } from '@testing-library/react';
import React from 'react';
import { type EndpointStateAnswer } from '../../domain/endpointState';
import { answers, fails } from '../../test/handlers';
import { render } from '../../test/render';
import { requestsSeen, server } from '../../test/server';
import { StatesPage } from './StatesPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: jest.requireActual<{ PluginPage: unknown }>('../../test/PluginPage').PluginPage,
}));

const state = (name: string, connectionState: string): EndpointStateAnswer => ({
  name,
  resourceType: 'Microsoft.Sql/servers',
  subResources: ['sqlServer'],
  provisioningState: 'Succeeded',
  connectionState,
  ready: connectionState === 'Approved',
  createdAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
});

const open = () => render(<StatesPage refusal="the refusal" />);

it('shows name, state, resource type and age, and asks for nothing else', async () => {
  server.use(answers('GET /states', { endpoints: [state('orders', 'Approved'), state('billing', 'Pending')] }));
  const { user } = open();
  const row = within(await screen.findByRole('row', { name: /^orders / }));
  ['Approved', 'Azure SQL server', '3 days'].forEach((text) => expect(row.getByText(text)).toBeVisible());
  expect(within(screen.getByRole('table')).queryByRole('link')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Pending 1' }));
  expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['billing']);
  const asked = requestsSeen().map(({ path }) => path.split('/').pop());
  expect(asked).toEqual(['states']);
});

it('shows the refusal where the operator doesn’t allow it', async () => {
  server.use(fails('GET /states', 403, { code: 'role_required', message: 'You need the Admin role.' }));
  open();
  expect(await screen.findByText('the refusal')).toBeVisible();
  expect(screen.queryByRole('heading')).not.toBeInTheDocument();
});

it('says that it can’t be loaded, and tries again', async () => {
  const failure = { code: 'states_unavailable', message: 'The states can’t be loaded.', hint: 'Ask an admin.' };
  server.use(fails('GET /states', 503, failure));
  const { user } = open();
  const alert = within(await screen.findByRole('alert', { name: 'Couldn’t load private endpoints' }));
  expect(alert.getByText('Ask an admin.')).toBeVisible();
  server.use(answers('GET /states', { endpoints: [] }));
  await user.click(alert.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('This workspace has no private endpoints yet')).toBeVisible();
});
