import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import React from 'react';
import { DATA_SOURCE_ID } from '../../constants';
import { sampleWorkspaceId } from '../../domain/testing/sampleEndpoint';
import { type AuthType } from '../../domain/settings/settings';
import { render } from '../../test/render';
import { server } from '../../test/server';
import { Monitoring } from './Monitoring';

const settings = (authType: AuthType) => ({ workspaceId: sampleWorkspaceId, azureCredentials: { authType } });
let stored: Array<Record<string, unknown>>;

beforeEach(() => {
  stored = [{ uid: 'other', name: 'Other', type: 'prometheus' }];
  server.use(
    http.get('*/api/datasources', () => HttpResponse.json(stored)),
    http.post<never, Record<string, unknown>>('*/api/datasources', async ({ request }) => {
      stored.push(await request.json());
      return HttpResponse.json({ datasource: { uid: 'azure-private-endpoints' } });
    })
  );
});

const button = () => screen.findByRole('button', { name: 'Create the monitoring data source' });
const link = () => screen.findByRole('link', { name: 'Open Azure private endpoints' });

it('creates the data source with one click where no secret is needed', async () => {
  const { user } = render(<Monitoring settings={settings('workloadidentity')} isDirty={false} />);
  await user.click(await button());
  expect(await link()).toHaveAttribute('href', '/connections/datasources/edit/azure-private-endpoints');
  expect(stored[1]).toMatchObject({ type: DATA_SOURCE_ID, jsonData: { workspaces: [sampleWorkspaceId] } });
  expect(screen.queryByText(/Enter the secret/)).not.toBeInTheDocument();
});

it('leads to the form for the secret', async () => {
  const { user } = render(<Monitoring settings={settings('clientsecret')} isDirty={false} />);
  await user.click(await button());
  expect(await screen.findByText(/Enter the secret in its settings to finish/)).toBeVisible();
  expect(await link()).toBeVisible();
});

it('leads to one that is there already', async () => {
  stored.push({ uid: 'mine', name: 'Mine', type: DATA_SOURCE_ID });
  render(<Monitoring settings={settings('msi')} isDirty={false} />);
  expect(await screen.findByRole('link', { name: 'Open Mine' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Create the monitoring data source' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Copy alert rules' })).toBeVisible();
});

it('waits until the settings are saved', async () => {
  render(<Monitoring settings={settings('msi')} isDirty />);
  expect(await button()).toHaveAttribute('aria-disabled', 'true');
});

it('says why it can’t be created', async () => {
  server.use(
    http.post('*/api/datasources', () =>
      HttpResponse.json({ message: 'data source with the same name already exists' }, { status: 409 })
    )
  );
  const { user } = render(<Monitoring settings={settings('msi')} isDirty={false} />);
  await user.click(await button());
  await waitFor(() => expect(screen.getByText('Couldn’t create the data source')).toBeVisible());
  expect(await button()).toBeEnabled();
});
