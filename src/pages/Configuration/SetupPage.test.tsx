import { locationService } from '@grafana/runtime';
import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { type CheckOutcome } from '../../domain/settings/setup';
import { sampleWorkspaceId } from '../../domain/testing/sampleEndpoint';
import { dataSourcesPath, endpointsPath, setupPath } from '../../paths';
import { demoWorkspaces } from '../../test/fixtures';
import { answers, settingsStore } from '../../test/handlers';
import { render } from '../../test/render';
import { requestsSeen, server } from '../../test/server';
import { SetupFlow } from './SetupPage';

const ID = '7e1f0c62-5d0a-4b7e-9a53-0c4d7a1b2e90';
const block = (kind: string) => `-----BEGIN ${kind}-----\nMIIE\n-----END ${kind}-----`;

const azureCredentials = { authType: 'clientsecret', azureCloud: 'AzureCloud', tenantId: ID, clientId: ID };
const nothing = () => ({ enabled: true, pinned: true, jsonData: {}, secrets: [] as string[] });
const withIdentity = () => ({ ...nothing(), jsonData: { azureCredentials }, secrets: ['azureClientSecret'] });

const finds = (...outcomes: Array<[string, CheckOutcome]>) =>
  answers('GET /setup', {
    checks: outcomes.map(([id, outcome]) => ({ id, outcome, summary: `${id}: ${outcome}.`, hint: '' })),
  });
const works = () => finds(['signIn', 'ok'], ['workspace', 'ok'], ['tier', 'ok']);

async function open(to = '') {
  const view = render(<SetupFlow />, setupPath(to));
  await screen.findByRole('form', { name: 'Set-up' });
  return view;
}

const saved = () =>
  requestsSeen()
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => JSON.parse(body) as unknown);

const commands = () => screen.getByLabelText('Azure CLI for the role');

describe('from nothing', () => {
  it('begins with three steps, no error and a recommended method', async () => {
    server.use(...settingsStore(nothing()));
    const { user } = await open();
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /Client certificate \(recommended\)/ })).toBeChecked();
    expect(screen.getByLabelText('Azure CLI for the identity')).toHaveTextContent('--create-cert');
    await user.click(screen.getByRole('button', { name: 'Not available: Managed identity' }));
    expect(screen.getByText(/Managed identity is off/)).toBeVisible();
  });

  it('takes one PEM file, goes to the role, offers the only workspace and ends where it began', async () => {
    server.use(...settingsStore(nothing()), works());
    const { user, location } = await open(dataSourcesPath);
    await user.type(screen.getByLabelText(/tenant\) ID/), ID);
    await user.type(screen.getByLabelText(/client\) ID/), ID);
    await user.click(screen.getByLabelText(/^Certificate \*/));
    await user.paste(`${block('PRIVATE KEY')}\n${block('CERTIFICATE')}\n`);
    expect(commands()).toHaveTextContent(`--assignee ${ID}`);
    expect(commands()).toHaveTextContent("--scope '<resource ID of the workspace>'");
    await user.click(screen.getByRole('button', { name: 'Save and continue' }));

    expect(await screen.findByRole('radio', { name: /contoso-grafana/ })).toBeChecked();
    expect(screen.getByText('Authentication succeeded')).toBeVisible();
    await waitFor(() => expect(screen.getByText('Assign the role')).toHaveFocus());
    expect(commands()).toHaveTextContent(`--scope ${sampleWorkspaceId}`);
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(location()).toBe(dataSourcesPath));
    const credentials = { authType: 'clientcertificate', azureCloud: 'AzureCloud', tenantId: ID, clientId: ID };
    expect(saved()).toEqual([
      {
        enabled: true,
        pinned: true,
        jsonData: {
          workspaceId: '',
          place: 'auto',
          automaticRefresh: 'decided',
          azureCredentials: { ...credentials, certificateFormat: 'pem' },
          schemaVersion: 1,
        },
        secureJsonData: { clientCertificate: block('CERTIFICATE'), privateKey: block('PRIVATE KEY') },
      },
      expect.objectContaining({ jsonData: expect.objectContaining({ workspaceId: sampleWorkspaceId }) }),
    ]);
  });

  it('leads to what is missing, and saves nothing', async () => {
    server.use(...settingsStore(nothing()));
    const { user } = await open();
    await user.type(screen.getByLabelText(/tenant\) ID/), ID);
    await user.type(screen.getByLabelText(/client\) ID/), ID);
    await user.click(screen.getByRole('button', { name: 'Save and continue' }));
    expect(await screen.findByText('Enter the certificate')).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText(/^Certificate \*/)).toHaveFocus());
    expect(saved()).toEqual([]);
  });

  it('fills in the scope from a portal address, which counts as chosen', async () => {
    server.use(...settingsStore(withIdentity()), answers('GET /workspaces', { workspaces: [] }), works());
    const { user } = await open();
    expect(await screen.findByText(/no access to a workspace yet/)).toBeVisible();
    await user.click(screen.getByLabelText(/^Resource ID/));
    await user.paste(`https://portal.azure.com/#@contoso.com/resource${sampleWorkspaceId}/overview`);
    await user.tab();
    expect(screen.getByLabelText(/^Resource ID/)).toHaveValue(sampleWorkspaceId);
    expect(commands()).toHaveTextContent(`--scope ${sampleWorkspaceId}`);
    expect(screen.getByRole('radio', { name: /contoso-grafana/ })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Bicep' }));
    expect(screen.getByLabelText('Bicep for the role')).toHaveTextContent("name: 'contoso-grafana'");
  });

  it('asks before it is left with something typed', async () => {
    server.use(...settingsStore(nothing()));
    const blocked = jest.spyOn(locationService.getHistory(), 'block');
    const { user } = await open();
    expect(blocked).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/tenant\) ID/), ID);
    const [ask] = blocked.mock.lastCall as [(to: object) => string | undefined];
    expect(ask({ pathname: endpointsPath, search: '' })).toContain('Leave?');
  });
});

describe('an identity that can’t sign in', () => {
  it('is told in its step, and can be put right there', async () => {
    server.use(...settingsStore(withIdentity()), finds(['signIn', 'failed'], ['workspace', 'skipped']));
    const { user } = await open();
    expect(await screen.findByRole('alert', { name: 'signIn: failed.' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save and test' })).not.toBeInTheDocument();
    server.use(works());
    await user.click(screen.getByRole('button', { name: 'Reset' }));
    await user.type(screen.getByLabelText(/^Client secret \*/), 'new');
    await user.click(screen.getByRole('button', { name: 'Save and continue' }));
    expect(await screen.findByText('Authentication succeeded')).toBeVisible();
    expect(saved()).toEqual([expect.objectContaining({ secureJsonData: { azureClientSecret: 'new' } })]);
  });
});

describe('with an identity', () => {
  it('goes on with the workspace, which has to be chosen', async () => {
    const essential = { ...demoWorkspaces[0]!, id: `${sampleWorkspaceId}2`, name: 'a-essential', tier: 'Essential' };
    server.use(
      ...settingsStore(withIdentity()),
      answers('GET /workspaces', { workspaces: [essential, ...demoWorkspaces] }),
      works()
    );
    const { user, location } = await open();
    const step = within(await screen.findByRole('region', { name: 'Select the workspace' }));
    await step.findByText('Essential: no private endpoints');
    expect(step.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual([
      sampleWorkspaceId,
      essential.id,
    ]);
    await user.click(step.getByRole('button', { name: 'Save and test' }));
    expect(await step.findByText('Select a workspace, or enter its resource ID')).toBeVisible();
    expect(saved()).toEqual([]);
    await user.click(step.getByRole('radio', { name: /contoso-grafana/ }));
    await user.click(step.getByRole('button', { name: 'Save and test' }));
    await waitFor(() => expect(location()).toBe(endpointsPath));
  });

  it('stays where a check of the workspace fails, and says why', async () => {
    server.use(...settingsStore(withIdentity()), finds(['signIn', 'ok'], ['tier', 'failed'], ['list', 'skipped']));
    const { user, location } = await open();
    await screen.findByRole('radio', { name: /contoso-grafana/ });
    await user.click(screen.getByRole('button', { name: 'Save and test' }));
    expect(await screen.findByText('tier: failed.')).toBeVisible();
    expect(location()).toBe(setupPath());
  });

  it('can be changed, or kept', async () => {
    server.use(...settingsStore(withIdentity()), works());
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Change identity' }));
    expect(screen.getByLabelText(/client\) ID/)).toHaveValue(ID);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Authentication succeeded')).toBeVisible();
  });
});

it.each([
  ['', endpointsPath],
  [dataSourcesPath, dataSourcesPath],
  ['https://elsewhere.example/', endpointsPath],
  [setupPath(), endpointsPath],
])('leads an app that is set up on to where it was asked for: "%s"', async (to, expected) => {
  const jsonData = { azureCredentials, workspaceId: sampleWorkspaceId };
  server.use(...settingsStore({ ...withIdentity(), jsonData }));
  const { location } = render(<SetupFlow />, setupPath(to));
  await waitFor(() => expect(location()).toBe(expected));
});
