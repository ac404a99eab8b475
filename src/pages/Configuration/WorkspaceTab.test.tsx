import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { locationService } from '@grafana/runtime';
import React from 'react';
import { PLUGIN_ID } from '../../constants';
import { type CheckOutcome } from '../../domain/settings/setup';
import { sampleWorkspaceId } from '../../domain/testing/sampleEndpoint';
import { demoAccess, demoSetup } from '../../test/fixtures';
import { answers, fails, settingsStore } from '../../test/handlers';
import { render } from '../../test/render';
import { requestsSeen, server } from '../../test/server';
import { setupPath } from '../../paths';
import { WorkspaceTab } from './WorkspaceTab';

const ID = '7e1f0c62-5d0a-4b7e-9a53-0c4d7a1b2e90';

const nothing = () => ({ enabled: false, pinned: false, jsonData: {}, secrets: [] });
const configured = () => ({
  enabled: true,
  pinned: false,
  jsonData: {
    workspaceId: sampleWorkspaceId,
    azureCredentials: { authType: 'clientsecret', azureCloud: 'AzureCloud', tenantId: ID, clientId: ID },
    somebodyElses: { kept: true },
  },
  secrets: ['azureClientSecret'],
});

async function show() {
  const view = render(<WorkspaceTab />);
  await screen.findByRole('form', { name: 'Configuration' });
  return view;
}

const saved = () =>
  requestsSeen()
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => JSON.parse(body) as unknown);

describe('an app that nobody has set up', () => {
  it('leads to the set-up, without an error', async () => {
    server.use(...settingsStore({ ...nothing(), enabled: true }));
    render(<WorkspaceTab />);
    expect(await screen.findByRole('link', { name: 'Set up' })).toHaveAttribute('href', setupPath());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is enabled on the way', async () => {
    server.use(...settingsStore(nothing()));
    // It then loads Grafana's page anew, which jsdom can't.
    jest.spyOn(console, 'error').mockImplementation();
    const { user } = render(<WorkspaceTab />);
    await user.click(await screen.findByRole('button', { name: 'Enable and set up' }));
    await waitFor(() => expect(saved()).toEqual([expect.objectContaining({ enabled: true, pinned: true })]));
  });
});

describe('what was typed', () => {
  it('is named by its field where it is wrong, and not saved', async () => {
    server.use(...settingsStore({ ...configured(), secrets: [] }));
    const { user } = await show();
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
    expect(saved()).toEqual([]);
  });

  it('is asked about before the page is left', async () => {
    server.use(...settingsStore(configured()));
    const block = jest.spyOn(locationService.getHistory(), 'block');
    const { user } = await show();
    expect(block).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/tenant\) ID/), '1');
    const [ask] = block.mock.lastCall as [(to: object) => string | undefined];
    expect(ask({ pathname: '/', search: '?page=endpoints' })).toContain('Leave without saving?');
    expect(ask(locationService.getLocation())).toBeUndefined();
  });

  it('leaves the workspace out only after a question', async () => {
    server.use(...settingsStore(configured()));
    const { user } = await show();
    const field = screen.getByLabelText(/^Resource ID/);
    const save = () => user.click(screen.getByRole('button', { name: 'Save and test' }));
    await user.clear(field);
    await save();
    await user.click(await screen.findByRole('button', { name: 'Keep workspace' }));
    expect(field).toHaveValue(sampleWorkspaceId);
    expect(saved()).toEqual([]);
    await user.clear(field);
    await save();
    await user.click(await screen.findByRole('button', { name: 'Remove workspace' }));
    await waitFor(() =>
      expect(saved()).toEqual([expect.objectContaining({ jsonData: expect.objectContaining({ workspaceId: '' }) })])
    );
    expect(await screen.findByRole('link', { name: 'Set up' })).toBeVisible();
  });
});

describe('settings of a newer version', () => {
  it('are called that, choose nothing in their stead, and stay when something else is saved', async () => {
    const jsonData = {
      ...configured().jsonData,
      schemaVersion: 2,
      place: 'both',
      azureCredentials: { authType: 'federated', tenantId: ID, clientId: ID, audience: 'api://example' },
    };
    server.use(...settingsStore({ ...configured(), jsonData: structuredClone(jsonData) }));
    const { user } = await show();
    expect(screen.getByText('Set by a newer version of the plugin')).toBeVisible();
    expect(screen.getByText(/: authentication, location of the data sources\./)).toBeVisible();
    screen.getAllByRole('radio').forEach((radio) => expect(radio).not.toBeChecked());
    await user.clear(screen.getByLabelText(/^Resource ID/));
    await user.type(screen.getByLabelText(/^Resource ID/), `${sampleWorkspaceId}2`);
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]).toMatchObject({
      jsonData: { ...jsonData, automaticRefresh: 'decided', workspaceId: `${sampleWorkspaceId}2` },
    });
  });
});

describe('a configured app', () => {
  it('keeps what it does not own, and the secret', async () => {
    server.use(...settingsStore(configured()));
    const { user } = await show();
    const tenant = screen.getByLabelText(/tenant\) ID/);
    await user.clear(tenant);
    await user.type(tenant, 'contoso.com');
    expect(screen.getByText('Not saved yet')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]).toMatchObject({ pinned: false, jsonData: { somebodyElses: { kept: true } } });
    expect(saved()[0]).not.toHaveProperty('secureJsonData');
  });

  it('keeps the focus while it saves and checks, and does each once', async () => {
    const asked = jest.fn();
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const url = `*/api/plugins/${PLUGIN_ID}/settings`;
    server.use(
      http.post(url, () => gate),
      ...settingsStore(configured()),
      http.get(`*/api/plugins/${PLUGIN_ID}/resources/setup`, () => asked())
    );
    const { user } = await show();
    const save = screen.getByRole('button', { name: 'Save and test' });
    await user.click(save);
    await waitFor(() => expect(save).toHaveAttribute('aria-busy', 'true'));
    await user.click(save);
    // A browser takes the focus from a disabled button.
    expect(save).toBeEnabled();
    go();
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(save).toHaveFocus();
    expect(saved()).toHaveLength(1);
  });

  it('says that the checks are of the saved settings, as long as others are typed', async () => {
    server.use(...settingsStore(configured()));
    const { user } = await show();
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
      const { user } = await show();
      await user.click(screen.getByRole('button', { name: 'Reset' }));
      expect(screen.getByLabelText(/^Client secret \*/)).toHaveFocus();
      expect(screen.getByText(/Saving replaces the stored value permanently/)).toBeVisible();
      await user.type(screen.getByLabelText(/^Client secret \*/), 'new');
      await user.click(screen.getByRole('button', { name: 'Save and test' }));
      await waitFor(() => expect(saved()).toHaveLength(1));
      return user;
    };

    it('is warned before, and told what is gone when the new one does not work', async () => {
      server.use(...settingsStore(configured()), signIn('failed'));
      await replace();
      expect(await screen.findByText(/and the previous client secret is gone/)).toBeVisible();
      expect(screen.getByText(/Otherwise create a new client secret in Microsoft Entra ID/)).toBeVisible();
      expect(screen.queryByText(/Saving replaces/)).not.toBeInTheDocument();
    });

    it('is told nothing of it when the new one works', async () => {
      server.use(...settingsStore(configured()), signIn('ok'));
      await replace();
      expect(await screen.findByText('Sign-in: ok.')).toBeVisible();
      expect(screen.queryByText(/is gone/)).not.toBeInTheDocument();
    });

    it('is told nothing of it when the sign-in fails without a new one', async () => {
      server.use(...settingsStore(configured()), signIn('failed'));
      await show();
      expect(await screen.findByText('Sign-in: failed.')).toBeVisible();
      expect(screen.queryByText(/is gone/)).not.toBeInTheDocument();
    });
  });

  it('tells in one line what was not tried, and that a result is unknown', async () => {
    const check = (id: string, outcome: CheckOutcome) => ({ id, outcome, summary: `${id} ${outcome}`, hint: '' });
    const checks = [check('signIn', 'failed'), check('workspace', 'skipped'), check('tier', 'skipped')];
    server.use(...settingsStore(configured()), answers('GET /setup', { checks }));
    const { user } = await show();
    expect(await screen.findByText('2 checks skipped')).toBeVisible();
    expect(screen.queryByText('workspace skipped')).not.toBeInTheDocument();
    server.use(answers('GET /setup', { checks: [check('signIn', 'ok'), check('tier', 'unknown')] }));
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByText('1 check passed, 1 unknown')).toBeVisible();
  });

  it('shows the missing action and the role that has it on demand', async () => {
    server.use(...settingsStore(configured()));
    const { user } = await show();
    const checks = within(screen.getByRole('region', { name: 'Checks' }));
    expect(await checks.findByText('Checks passed with warnings')).toBeVisible();
    await user.click(checks.getByRole('button', { name: 'Details' }));
    expect(checks.getByText(/managedPrivateEndpoints\/write/)).toBeVisible();
    expect(checks.getByText(/Workspace Contributor/)).toBeVisible();
  });

  it('warns about an Azure Monitor data source with the same identity', async () => {
    const azureCredentials = { authType: 'clientsecret', tenantId: ID, clientId: ID.toUpperCase() };
    server.use(
      ...settingsStore(configured()),
      http.get('*/api/datasources', () =>
        HttpResponse.json([
          { uid: 'm', name: 'Azure Monitor', type: 'grafana-azure-monitor-datasource', jsonData: { azureCredentials } },
        ])
      )
    );
    await show();
    expect(await screen.findByText('This identity is shared with an Azure Monitor data source')).toBeVisible();
  });

  it('says why a save failed and loses nothing', async () => {
    server.use(
      http.post('*/api/plugins/:id/settings', () =>
        HttpResponse.json({ message: 'Permission denied' }, { status: 403 })
      ),
      ...settingsStore(configured())
    );
    const { user } = await show();
    await user.clear(screen.getByLabelText(/tenant\) ID/));
    await user.type(screen.getByLabelText(/tenant\) ID/), 'contoso.com');
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    expect(await screen.findByText('Couldn’t save the settings')).toBeVisible();
    expect(screen.getByLabelText(/tenant\) ID/)).toHaveValue('contoso.com');
  });

  it('shows that the check could not run, and runs it again', async () => {
    server.use(
      ...settingsStore(configured()),
      fails('GET /setup', 504, { code: 'azure_timeout', message: 'Too slow.' })
    );
    await show();
    expect(await screen.findByText('The test couldn’t run')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('where the data sources live', () => {
  const section = async () => within(await screen.findByRole('region', { name: 'Data sources' }));

  it('is found out, with the rights over there', async () => {
    server.use(
      ...settingsStore(configured()),
      answers('GET /grafana-access', { ...demoAccess, permissions: { ...demoAccess.permissions, write: 'no' } })
    );
    await show();
    const there = await section();
    expect(await there.findByText("Data sources of the workspace's Grafana")).toBeVisible();
    expect(await there.findByText(/accepts the configured identity, which has the role Admin/)).toBeVisible();
    expect(there.getByText('The configured identity doesn’t have permission.')).toBeVisible();
    expect(there.getByText(/Assign it the Grafana Admin role on the workspace/)).toBeVisible();
  });

  it('tells of a workspace that is closed to the public network', async () => {
    server.use(
      ...settingsStore(configured()),
      answers('GET /grafana-access', {
        ...demoAccess,
        publicAccess: false,
        reachable: false,
        error: { code: 'grafana_public_access_disabled', message: 'It can’t be reached from here.' },
      })
    );
    await show();
    const there = await section();
    expect(await there.findByText('Public access to the workspace’s Grafana is disabled.')).toBeVisible();
    expect(there.getByText('It can’t be reached from here.')).toBeVisible();
  });

  it('lets an automatic refresh be switched off', async () => {
    server.use(...settingsStore(configured()));
    const { user } = await show();
    const field = screen.getByRole('combobox', { name: /^Refresh automatically/ });
    expect(field).toHaveValue('After approval');
    await user.click(field);
    await user.keyboard('{ArrowUp}{Enter}');
    expect(field).toHaveValue('Never');
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() =>
      expect(saved()).toEqual([
        expect.objectContaining({ jsonData: expect.objectContaining({ automaticRefresh: 'off' }) }),
      ])
    );
  });

  it('can be overruled, and takes a token that is never shown again', async () => {
    server.use(...settingsStore(configured()));
    const { user } = await show();
    await user.type(screen.getByLabelText(/^Service account token/), 'glsa_secret');
    await user.click(screen.getByRole('combobox', { name: /^Location/ }));
    // The options are drawn only where there is a height to draw in.
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(screen.getByRole('combobox', { name: /^Location/ })).toHaveValue('The workspace’s Grafana');
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    expect(await screen.findByText(/Set in the configuration/)).toBeVisible();
    expect(saved()).toEqual([
      expect.objectContaining({
        jsonData: expect.objectContaining({ place: 'remote' }),
        secureJsonData: { grafanaToken: 'glsa_secret' },
      }),
    ]);
    expect(screen.queryByDisplayValue('glsa_secret')).not.toBeInTheDocument();
  });

  it('lets a stored token be removed', async () => {
    server.use(...settingsStore({ ...configured(), secrets: ['azureClientSecret', 'grafanaToken'] }));
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: 'Remove the stored token' }));
    expect(screen.getByText('It will be removed when you save.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()).toEqual([expect.objectContaining({ secureJsonData: { grafanaToken: '' } })]);
  });

  it('tells which stored secrets nothing uses, and removes them with the save', async () => {
    server.use(...settingsStore({ ...configured(), secrets: ['azureClientSecret', 'privateKey', 'grafanaToken'] }));
    const { user } = await show();
    const remove = screen.getByRole('checkbox', { name: /^Remove unused secrets: private key Stored in Grafana/ });
    await user.click(remove);
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(remove).not.toBeInTheDocument());
    expect(saved()).toEqual([expect.objectContaining({ secureJsonData: { privateKey: '' } })]);
  });

  it('tells where every user can read a secret, and removes it with the save', async () => {
    const { jsonData } = configured();
    const azureCredentials = { ...jsonData.azureCredentials, clientSecret: 'hunter2' };
    server.use(...settingsStore({ ...configured(), jsonData: { ...jsonData, azureCredentials, theirs: 1 } }));
    const { user } = await show();
    const alert = screen.getByRole('alert', { name: 'Every user can read a secret in these settings' });
    expect(alert).toHaveTextContent('can read: azureCredentials.clientSecret. Replace');
    expect(document.body).not.toHaveTextContent('hunter2');
    await user.click(screen.getByRole('checkbox', { name: 'Remove it when saving' }));
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(alert).not.toBeInTheDocument());
    expect(saved()).toEqual([
      { enabled: true, pinned: false, jsonData: expect.objectContaining({ ...jsonData, theirs: 1 }) },
    ]);
    expect(JSON.stringify(saved())).not.toContain('hunter2');
  });

  it('opens whatever a provisioning file says', async () => {
    const jsonData = { workspaceId: 5, place: 'Tower', azureCredentials: { authType: 'currentuser' } };
    server.use(...settingsStore({ ...configured(), jsonData }));
    await show();
    expect(screen.getByRole('button', { name: /ave and test/ })).toBeVisible();
    expect(screen.getByLabelText(/^Resource ID/)).toHaveValue('');
  });

  it('removes a stored token when another workspace is chosen', async () => {
    server.use(...settingsStore({ ...configured(), secrets: ['azureClientSecret', 'grafanaToken'] }));
    const { user } = await show();
    const field = screen.getByLabelText(/^Resource ID/);
    await user.clear(field);
    await user.type(
      field,
      '/subscriptions/5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25/resourceGroups/r/providers/Microsoft.Dashboard/grafana/another'
    );
    expect(await screen.findByText(/The stored token belongs to another workspace/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()).toEqual([expect.objectContaining({ secureJsonData: { grafanaToken: '' } })]);
  });

  it('asks for no token where it is this Grafana', async () => {
    server.use(...settingsStore({ ...configured(), jsonData: { ...configured().jsonData, place: 'local' } }));
    await show();
    expect(screen.queryByLabelText(/^Service account token/)).not.toBeInTheDocument();
    expect(await (await section()).findByText('Data sources of this Grafana')).toBeVisible();
  });
});
