import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { locationService } from '@grafana/runtime';
import React from 'react';
import { PLUGIN_ID } from '../../constants';
import { type CheckOutcome } from '../../domain/settings/setup';
import { sampleWorkspaceId } from '../../domain/testing/sampleEndpoint';
import { demoSetup } from '../../test/fixtures';
import { answers, fails, settingsStore } from '../../test/handlers';
import { render } from '../../test/render';
import { server } from '../../test/server';
import { setupPath } from '../../paths';
import { WorkspaceTab } from './WorkspaceTab';
import { applicationId, configuredApp, newApp, renderWorkspaceTab, savedSettings } from '../../test/renderWorkspaceTab';

describe('an app that nobody has set up', () => {
  it('leads to the set-up, without an error', async () => {
    server.use(...settingsStore({ ...newApp(), enabled: true }));
    render(<WorkspaceTab />);
    expect(await screen.findByRole('link', { name: 'Set up' })).toHaveAttribute('href', setupPath());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is enabled on the way', async () => {
    server.use(...settingsStore(newApp()));
    // It then loads Grafana's page anew, which jsdom can't.
    jest.spyOn(console, 'error').mockImplementation();
    const { user } = render(<WorkspaceTab />);
    await user.click(await screen.findByRole('button', { name: 'Enable and set up' }));
    await waitFor(() => expect(savedSettings()).toEqual([expect.objectContaining({ enabled: true, pinned: true })]));
  });
});

describe('what was typed', () => {
  it('is named by its field where it is wrong, and not saved', async () => {
    server.use(...settingsStore({ ...configuredApp(), secrets: [] }));
    const { user } = await renderWorkspaceTab();
    await user.clear(screen.getByLabelText(/tenant\) ID/));
    await user.clear(screen.getByLabelText(/client\) ID/));
    await user.type(screen.getByLabelText(/client\) ID/), 'me');
    await user.clear(screen.getByLabelText(/^Resource ID/));
    await user.type(screen.getByLabelText(/^Resource ID/), '/subscriptions/x');
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    expect((await screen.findAllByRole('alert')).map((alert) => alert.textContent)).toEqual([
      'Enter the directory (tenant) ID',
      'Application (client) ID must be a GUID',
      'Enter the client secret',
      expect.stringContaining('subscription ID'),
    ]);
    expect(savedSettings()).toEqual([]);
  });

  it('is asked about before the page is left', async () => {
    server.use(...settingsStore(configuredApp()));
    const block = jest.spyOn(locationService.getHistory(), 'block');
    const { user } = await renderWorkspaceTab();
    expect(block).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/tenant\) ID/), '1');
    const [ask] = block.mock.lastCall as [(to: object) => string | undefined];
    expect(ask({ pathname: '/', search: '?page=endpoints' })).toContain('Leave without saving?');
    expect(ask(locationService.getLocation())).toBeUndefined();
  });

  it('leaves the workspace out only after a question', async () => {
    server.use(...settingsStore(configuredApp()));
    const { user } = await renderWorkspaceTab();
    const field = screen.getByLabelText(/^Resource ID/);
    const save = () => user.click(screen.getByRole('button', { name: 'Save and test' }));
    await user.clear(field);
    await save();
    await user.click(await screen.findByRole('button', { name: 'Keep workspace' }));
    expect(field).toHaveValue(sampleWorkspaceId);
    expect(savedSettings()).toEqual([]);
    await user.clear(field);
    await save();
    await user.click(await screen.findByRole('button', { name: 'Remove workspace' }));
    await waitFor(() =>
      expect(savedSettings()).toEqual([
        expect.objectContaining({ jsonData: expect.objectContaining({ workspaceId: '' }) }),
      ])
    );
    expect(await screen.findByRole('link', { name: 'Set up' })).toBeVisible();
  });
});

describe('settings of a newer version', () => {
  it('are called that, choose nothing in their stead, and stay when something else is saved', async () => {
    const jsonData = {
      ...configuredApp().jsonData,
      schemaVersion: 2,
      place: 'both',
      azureCredentials: {
        authType: 'federated',
        tenantId: applicationId,
        clientId: applicationId,
        audience: 'api://example',
      },
    };
    server.use(...settingsStore({ ...configuredApp(), jsonData: structuredClone(jsonData) }));
    const { user } = await renderWorkspaceTab();
    expect(screen.getByText('Set by a newer version of the plugin')).toBeVisible();
    expect(screen.getByText(/: authentication, location of the data sources\./)).toBeVisible();
    screen.getAllByRole('radio').forEach((radio) => expect(radio).not.toBeChecked());
    await user.clear(screen.getByLabelText(/^Resource ID/));
    await user.type(screen.getByLabelText(/^Resource ID/), `${sampleWorkspaceId}2`);
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(savedSettings()).toHaveLength(1));
    expect(savedSettings()[0]).toMatchObject({
      jsonData: { ...jsonData, automaticRefresh: 'decided', workspaceId: `${sampleWorkspaceId}2` },
    });
  });
});

describe('a configured app', () => {
  it('keeps what it does not own, and the secret', async () => {
    server.use(...settingsStore(configuredApp()));
    const { user } = await renderWorkspaceTab();
    const tenant = screen.getByLabelText(/tenant\) ID/);
    await user.clear(tenant);
    await user.type(tenant, 'contoso.com');
    expect(screen.getByText('Not saved yet')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(savedSettings()).toHaveLength(1));
    expect(savedSettings()[0]).toMatchObject({ pinned: false, jsonData: { somebodyElses: { kept: true } } });
    expect(savedSettings()[0]).not.toHaveProperty('secureJsonData');
  });

  it('keeps the focus while it saves and checks, and does each once', async () => {
    const asked = jest.fn();
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const url = `*/api/plugins/${PLUGIN_ID}/settings`;
    server.use(
      http.post(url, () => gate),
      ...settingsStore(configuredApp()),
      http.get(`*/api/plugins/${PLUGIN_ID}/resources/setup`, () => asked())
    );
    const { user } = await renderWorkspaceTab();
    const save = screen.getByRole('button', { name: 'Save and test' });
    await user.click(save);
    await waitFor(() => expect(save).toHaveAttribute('aria-busy', 'true'));
    await user.click(save);
    // A browser takes the focus from a disabled button.
    expect(save).toBeEnabled();
    go();
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(save).toHaveFocus();
    expect(savedSettings()).toHaveLength(1);
  });

  it('says that the checks are of the saved settings, as long as others are typed', async () => {
    server.use(...settingsStore(configuredApp()));
    const { user } = await renderWorkspaceTab();
    const note = () => screen.queryByText(/Changes are checked when you save/);
    const tenant = screen.getByLabelText(/tenant\) ID/);
    expect(note()).not.toBeInTheDocument();
    await user.clear(tenant);
    await user.type(tenant, 'contoso.com');
    expect(note()).toBeVisible();
    expect(screen.getAllByText('Results for the saved settings')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(note()).not.toBeInTheDocument());
  });

  describe('whose secret is replaced', () => {
    const signIn = (outcome: 'ok' | 'failed') =>
      answers('GET /setup', {
        ...demoSetup,
        checks: [{ id: 'signIn', outcome, summary: `Sign-in: ${outcome}.`, hint: '' }],
      });
    const replace = async () => {
      const { user } = await renderWorkspaceTab();
      await user.click(screen.getByRole('button', { name: 'Reset' }));
      expect(screen.getByLabelText(/^Client secret \*/)).toHaveFocus();
      expect(screen.getByText(/Saving replaces the stored value permanently/)).toBeVisible();
      await user.type(screen.getByLabelText(/^Client secret \*/), 'new');
      await user.click(screen.getByRole('button', { name: 'Save and test' }));
      await waitFor(() => expect(savedSettings()).toHaveLength(1));
      return user;
    };

    it('is warned before, and told what is gone when the new one does not work', async () => {
      server.use(...settingsStore(configuredApp()), signIn('failed'));
      await replace();
      expect(await screen.findByText(/and the previous client secret is gone/)).toBeVisible();
      expect(screen.getByText(/Otherwise create a new client secret in Microsoft Entra ID/)).toBeVisible();
      expect(screen.queryByText(/Saving replaces/)).not.toBeInTheDocument();
    });

    it('is told nothing of it when the new one works', async () => {
      server.use(...settingsStore(configuredApp()), signIn('ok'));
      await replace();
      expect(await screen.findByText('Sign-in: ok.')).toBeVisible();
      expect(screen.queryByText(/is gone/)).not.toBeInTheDocument();
    });

    it('is told nothing of it when the sign-in fails without a new one', async () => {
      server.use(...settingsStore(configuredApp()), signIn('failed'));
      await renderWorkspaceTab();
      expect(await screen.findByText('Sign-in: failed.')).toBeVisible();
      expect(screen.queryByText(/is gone/)).not.toBeInTheDocument();
    });
  });

  it('tells in one line what was not tried, and that a result is unknown', async () => {
    const check = (id: string, outcome: CheckOutcome) => ({ id, outcome, summary: `${id} ${outcome}`, hint: '' });
    const checks = [check('signIn', 'failed'), check('workspace', 'skipped'), check('tier', 'skipped')];
    server.use(...settingsStore(configuredApp()), answers('GET /setup', { checks }));
    const { user } = await renderWorkspaceTab();
    expect(await screen.findByText('2 checks skipped')).toBeVisible();
    expect(screen.queryByText('workspace skipped')).not.toBeInTheDocument();
    server.use(answers('GET /setup', { checks: [check('signIn', 'ok'), check('tier', 'unknown')] }));
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByText('1 check passed, 1 unknown')).toBeVisible();
  });

  it('shows the missing action and the role that has it on demand', async () => {
    server.use(...settingsStore(configuredApp()));
    const { user } = await renderWorkspaceTab();
    const checks = within(screen.getByRole('region', { name: 'Checks' }));
    expect(await checks.findByText('Checks passed with warnings')).toBeVisible();
    await user.click(checks.getByRole('button', { name: 'Details' }));
    expect(checks.getByText(/managedPrivateEndpoints\/write/)).toBeVisible();
    expect(checks.getByText(/Workspace Contributor/)).toBeVisible();
  });

  it('warns about an Azure Monitor data source with the same identity', async () => {
    const azureCredentials = {
      authType: 'clientsecret',
      tenantId: applicationId,
      clientId: applicationId.toUpperCase(),
    };
    server.use(
      ...settingsStore(configuredApp()),
      http.get('*/api/datasources', () =>
        HttpResponse.json([
          { uid: 'm', name: 'Azure Monitor', type: 'grafana-azure-monitor-datasource', jsonData: { azureCredentials } },
        ])
      )
    );
    await renderWorkspaceTab();
    expect(await screen.findByText('This identity is shared with an Azure Monitor data source')).toBeVisible();
  });

  it('says why a save failed and loses nothing', async () => {
    server.use(
      http.post('*/api/plugins/:id/settings', () =>
        HttpResponse.json({ message: 'Permission denied' }, { status: 403 })
      ),
      ...settingsStore(configuredApp())
    );
    const { user } = await renderWorkspaceTab();
    await user.clear(screen.getByLabelText(/tenant\) ID/));
    await user.type(screen.getByLabelText(/tenant\) ID/), 'contoso.com');
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    expect(await screen.findByText('Couldn’t save the settings')).toBeVisible();
    expect(screen.getByLabelText(/tenant\) ID/)).toHaveValue('contoso.com');
  });

  it('shows that the check could not run, and runs it again', async () => {
    server.use(
      ...settingsStore(configuredApp()),
      fails('GET /setup', 504, { code: 'azure_timeout', message: 'Too slow.' })
    );
    await renderWorkspaceTab();
    expect(await screen.findByText('The test couldn’t run')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
