import { screen, waitFor, within } from '@testing-library/react';
import { demoAccess } from '../../test/fixtures';
import { answers, settingsStore } from '../../test/handlers';
import { server } from '../../test/server';
import { configuredApp, renderWorkspaceTab, savedSettings } from '../../test/renderWorkspaceTab';

describe('where the data sources live', () => {
  const section = async () => within(await screen.findByRole('region', { name: 'Access to data sources' }));

  it('is found out, with the rights over there', async () => {
    server.use(
      ...settingsStore(configuredApp()),
      answers('GET /grafana-access', { ...demoAccess, permissions: { ...demoAccess.permissions, write: 'no' } })
    );
    await renderWorkspaceTab();
    const there = await section();
    expect(await there.findByText("Data sources of the workspace's Grafana")).toBeVisible();
    expect(await there.findByText(/accepts the configured identity, which has the role Admin/)).toBeVisible();
    expect(there.getByText('The configured identity doesn’t have permission.')).toBeVisible();
    expect(there.getByText(/Assign it the Grafana Admin role on the workspace/)).toBeVisible();
  });

  it('tells of a workspace that is closed to the public network', async () => {
    server.use(
      ...settingsStore(configuredApp()),
      answers('GET /grafana-access', {
        ...demoAccess,
        publicAccess: false,
        reachable: false,
        error: { code: 'grafana_public_access_disabled', message: 'It can’t be reached from here.' },
      })
    );
    await renderWorkspaceTab();
    const there = await section();
    expect(await there.findByText('Public access to the workspace’s Grafana is disabled.')).toBeVisible();
    expect(there.getByText('It can’t be reached from here.')).toBeVisible();
  });

  it('lets an automatic refresh be switched off', async () => {
    server.use(...settingsStore(configuredApp()));
    const { user } = await renderWorkspaceTab();
    const field = screen.getByRole('combobox', { name: /^Refresh automatically/ });
    expect(field).toHaveValue('After approval');
    await user.click(field);
    await user.keyboard('{ArrowUp}{Enter}');
    expect(field).toHaveValue('Never');
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() =>
      expect(savedSettings()).toEqual([
        expect.objectContaining({ jsonData: expect.objectContaining({ automaticRefresh: 'off' }) }),
      ])
    );
  });

  it('can be overruled, and takes a token that is never shown again', async () => {
    server.use(...settingsStore(configuredApp()));
    const { user } = await renderWorkspaceTab();
    await user.type(screen.getByLabelText(/^Service account token/), 'glsa_secret');
    await user.click(screen.getByRole('combobox', { name: /^Location/ }));
    // The options are drawn only where there is a height to draw in.
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(screen.getByRole('combobox', { name: /^Location/ })).toHaveValue('The workspace’s Grafana');
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    expect(await screen.findByText(/Set in the configuration/)).toBeVisible();
    expect(savedSettings()).toEqual([
      expect.objectContaining({
        jsonData: expect.objectContaining({ place: 'remote' }),
        secureJsonData: { grafanaToken: 'glsa_secret' },
      }),
    ]);
    expect(screen.queryByDisplayValue('glsa_secret')).not.toBeInTheDocument();
  });

  it('lets a stored token be removed', async () => {
    server.use(...settingsStore({ ...configuredApp(), secrets: ['azureClientSecret', 'grafanaToken'] }));
    const { user } = await renderWorkspaceTab();
    await user.click(screen.getByRole('button', { name: 'Remove the stored token' }));
    expect(screen.getByText('It will be removed when you save.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(savedSettings()).toHaveLength(1));
    expect(savedSettings()).toEqual([expect.objectContaining({ secureJsonData: { grafanaToken: '' } })]);
  });

  it('tells which stored secrets nothing uses, and removes them with the save', async () => {
    server.use(...settingsStore({ ...configuredApp(), secrets: ['azureClientSecret', 'privateKey', 'grafanaToken'] }));
    const { user } = await renderWorkspaceTab();
    const remove = screen.getByRole('checkbox', { name: /^Remove unused secrets: private key Stored in Grafana/ });
    await user.click(remove);
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(remove).not.toBeInTheDocument());
    expect(savedSettings()).toEqual([expect.objectContaining({ secureJsonData: { privateKey: '' } })]);
  });

  it('tells where every user can read a secret, and removes it with the save', async () => {
    const { jsonData } = configuredApp();
    const azureCredentials = { ...jsonData.azureCredentials, clientSecret: 'hunter2' };
    server.use(...settingsStore({ ...configuredApp(), jsonData: { ...jsonData, azureCredentials, theirs: 1 } }));
    const { user } = await renderWorkspaceTab();
    const alert = screen.getByRole('alert', { name: 'Every user can read a secret in these settings' });
    expect(alert).toHaveTextContent('can read: azureCredentials.clientSecret. Replace');
    expect(document.body).not.toHaveTextContent('hunter2');
    await user.click(screen.getByRole('checkbox', { name: 'Remove it when saving' }));
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(alert).not.toBeInTheDocument());
    expect(savedSettings()).toEqual([
      { enabled: true, pinned: false, jsonData: expect.objectContaining({ ...jsonData, theirs: 1 }) },
    ]);
    expect(JSON.stringify(savedSettings())).not.toContain('hunter2');
  });

  it('opens whatever a provisioning file says', async () => {
    const jsonData = { workspaceId: 5, place: 'Tower', azureCredentials: { authType: 'currentuser' } };
    server.use(...settingsStore({ ...configuredApp(), jsonData }));
    await renderWorkspaceTab();
    expect(screen.getByRole('button', { name: /ave and test/ })).toBeVisible();
    expect(screen.getByLabelText(/^Resource ID/)).toHaveValue('');
  });

  it('removes a stored token when another workspace is chosen', async () => {
    server.use(...settingsStore({ ...configuredApp(), secrets: ['azureClientSecret', 'grafanaToken'] }));
    const { user } = await renderWorkspaceTab();
    const field = screen.getByLabelText(/^Resource ID/);
    await user.clear(field);
    await user.type(
      field,
      '/subscriptions/5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25/resourceGroups/r/providers/Microsoft.Dashboard/grafana/another'
    );
    expect(await screen.findByText(/The stored token belongs to another workspace/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(savedSettings()).toHaveLength(1));
    expect(savedSettings()).toEqual([expect.objectContaining({ secureJsonData: { grafanaToken: '' } })]);
  });

  it('asks for no token where it is this Grafana', async () => {
    server.use(...settingsStore({ ...configuredApp(), jsonData: { ...configuredApp().jsonData, place: 'local' } }));
    await renderWorkspaceTab();
    expect(screen.queryByLabelText(/^Service account token/)).not.toBeInTheDocument();
    expect(await (await section()).findByText('Data sources of this Grafana')).toBeVisible();
  });
});
