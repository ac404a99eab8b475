import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { sampleEndpoint, sampleTargetId, sampleWorkspaceId } from '../../domain/testing/sampleEndpoint';
import { answers, settingsStore } from '../../test/handlers';
import { openEndpoint, panel } from '../../test/renderEndpoint';
import { server } from '../../test/server';

const targetId = sampleTargetId('Microsoft.Sql/servers', 'billing');
const billing = sampleEndpoint({
  name: 'billing',
  targetId,
  subResources: ['sqlServer'],
  domainName: '',
  privateIp: '',
});
const HOST = 'fog.database.windows.net';
const name = { workspaceId: sampleWorkspaceId, targetId, host: HOST };
const fog = { uid: 'fog', name: 'Revenue', type: 'mssql', url: `${HOST}:1433` };

function open(confirmedHosts?: object[]) {
  const stored = {
    enabled: true,
    pinned: true,
    jsonData: { workspaceId: 'w', ...(confirmedHosts && { confirmedHosts }) },
    secrets: [],
  };
  server.use(...settingsStore(stored));
  return { stored, ...openEndpoint(billing, () => server.use(answers('GET /datasources', { dataSources: [fog] }))) };
}

it('confirms a name that may lead to the target, and takes that back', async () => {
  const { stored, user } = open();
  const used = await panel('Used by');
  expect(await used.findByText(/may be a failover group listener or a DNS alias .* can’t verify it/)).toBeVisible();
  await user.click(used.getByRole('button', { name: `Confirm that ${HOST} leads to billing` }));
  expect(await used.findByText('An admin confirmed that the host leads to billing.')).toBeVisible();
  expect(stored.jsonData).toEqual({ workspaceId: 'w', confirmedHosts: [name], schemaVersion: 1 });
  expect(used.queryByRole('button', { name: /^Confirm/ })).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('region', { name: 'Used by' })).toHaveFocus());

  const names = within(used.getByRole('list', { name: 'Confirmed names' }));
  await user.click(names.getByRole('button', { name: `Remove ${HOST}` }));
  expect(await used.findByText(/can’t verify it/)).toBeVisible();
  expect(used.queryByRole('list', { name: 'Confirmed names' })).not.toBeInTheDocument();
  expect(stored.jsonData).toMatchObject({ confirmedHosts: [] });
});

it('lists a name that no data source uses, but not those of other targets and workspaces', async () => {
  open([
    { ...name, host: 'sql.contoso.com' },
    { ...name, targetId: `${targetId}-2`, host: 'other.contoso.com' },
    { ...name, workspaceId: `${sampleWorkspaceId}-2`, host: 'elsewhere.contoso.com' },
  ]);
  const names = within(await (await panel('Used by')).findByRole('list', { name: 'Confirmed names' }));
  expect(names.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['sql.contoso.comRemove']);
});

it('says why a name was not saved', async () => {
  const { user } = open();
  server.use(http.post('*/api/plugins/:id/settings', () => HttpResponse.json({ message: 'No.' }, { status: 403 })));
  const used = await panel('Used by');
  await user.click(await used.findByRole('button', { name: /^Confirm that/ }));
  expect(await used.findByText(/^The name wasn’t saved\./)).toBeVisible();
  expect(used.getByText(/can’t verify it/)).toBeVisible();
});
