import { act, screen, waitFor, within } from '@testing-library/react';
import { dropSentDraft } from '../../data/createDrafts';
import { keys } from '../../data/keys';
import { queryClient } from '../../data/queryClient';
import { queueAfterConflict, queueWrite, waitingWrites } from '../../data/writeQueue';
import { type Endpoint } from '../../domain/endpoint';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { demoEndpoints, demoWorkspace } from '../../test/fixtures';
import { answers, fails, hangs } from '../../test/handlers';
import { BILLING_ID, CODE, createRight, keepDraft, readyDraft, renderCreate } from '../../test/renderCreate';
import { requestsSeen, server } from '../../test/server';

const ACCEPTED = { operation: { kind: 'create', name: 'billing', statusPath: '/providers/x?t=1' } } as const;
const OURS: Endpoint = sampleEndpoint({
  name: 'billing',
  targetId: BILLING_ID,
  subResources: ['sqlServer'],
  provisioningState: 'Creating',
  requestMessage: readyDraft.requestMessage,
});
const LOST = { code: 'azure_timeout', message: 'Azure did not answer in time.' };
const ABSENT = { code: 'azure_not_found', message: 'There is no such endpoint.' };

const create = () => screen.getByRole('button', { name: /^Create private endpoint|^Try to create/ });
const sent = (method: string) => requestsSeen().filter((one) => one.method === method);
const writes = () => sent('PUT').map(({ body }): unknown => JSON.parse(body));
const kept = () => Object.entries(window.localStorage).find(([key]) => key.includes('draft~new'))?.[1] ?? '';
const tracked = () => Object.keys(window.localStorage).filter((key) => key.includes('operation~'));

async function open(...handlers: Array<ReturnType<typeof answers>>) {
  keepDraft();
  return renderCreate('/new/review', ...handlers);
}

describe('says before anything is sent', () => {
  it('what will be created', async () => {
    await open();
    const target = within(screen.getByRole('region', { name: 'Target' }));
    expect(target.getByText('contoso-billing')).toBeVisible();
    expect(target.getByText(BILLING_ID)).toBeVisible();
    expect(target.getByText('sqlServer')).toBeVisible();
    const endpoint = within(screen.getByRole('region', { name: 'Endpoint' }));
    expect(endpoint.getByText(readyDraft.requestMessage)).toBeVisible();
    expect(endpoint.getByText('team: finance')).toBeVisible();
  });

  it('what happens next, by whom, what it reaches and what may be charged', async () => {
    await open();
    const next = within(screen.getByRole('region', { name: 'What happens next' }));
    expect(next.getByText('The owner of contoso-billing: approves or rejects it.')).toBeVisible();
    expect(next.getByText(/reaches this one resource and no other/)).toBeVisible();
    expect(next.getByText(/Nothing is approved automatically/)).toBeVisible();
    expect(next.getByText(/may be charged/)).toBeVisible();
  });

  it('what is to be minded still', async () => {
    await open(answers('GET /endpoints', { endpoints: [...demoEndpoints, { ...OURS, name: 'first' }] }));
    expect(await screen.findByText(/There is an endpoint to this target already: first/)).toBeVisible();
  });

  it('leads back to what is to be changed', async () => {
    const { user, path } = await open();
    await user.click(screen.getByRole('button', { name: 'Change details' }));
    expect(path()).toBe('/new/details');
  });
});

describe('as code', () => {
  it.each([
    ['Azure CLI', /az grafana managed-private-endpoint create[^]*--location westeurope[^]*refresh/],
    ['Bicep', /location: 'westeurope'/],
    ['Terraform', /azurerm_dashboard_grafana_managed_private_endpoint[^]*refreshManagedPrivateEndpoints/],
    ['PowerShell', /New-AzGrafanaManagedPrivateEndpoint/],
  ])('%s', async (language, expected) => {
    const { user } = await open();
    await user.click(screen.getByRole('tab', { name: language }));
    const code = screen.getByLabelText(language, { selector: 'pre' });
    expect(code.textContent).toMatch(expected);
    expect(code.textContent).toContain(BILLING_ID);
    expect(code.textContent).toContain(CODE);
  });

  it('is copied with one click, alone or as a message', async () => {
    Object.assign(window, { isSecureContext: true });
    const { user } = await open();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(screen.getByRole('button', { name: 'Copy Azure CLI' }));
    expect(copied).toHaveBeenLastCalledWith(expect.stringMatching(/^# Needs the Azure CLI extension/));
    await user.click(screen.getByRole('button', { name: 'Copy as a message' }));
    expect(copied).toHaveBeenLastCalledWith(
      expect.stringMatching(/^Hello,[^]*no right to create it[^]*az grafana managed-private-endpoint create/)
    );
  });

  it('is the way without the right to create, and trying is still allowed', async () => {
    await open(answers('GET /permissions', createRight('notGranted')));
    expect(await screen.findByText('The identity may not create private endpoints')).toBeVisible();
    expect(screen.getByText(/managedPrivateEndpoints\/write is missing/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try to create it anyway' })).toBeEnabled();
  });
});

describe('creating', () => {
  it('sends all of it, follows the operation, drops the draft and opens the endpoint', async () => {
    const { user, path } = await open(answers('PUT /endpoints/:name', ACCEPTED));
    await user.click(create());
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(path()).toBe('/endpoints/billing');
    expect(sent('PUT')[0]?.path).toMatch(/\/endpoints\/billing$/);
    expect(writes()).toEqual([
      {
        targetId: BILLING_ID,
        targetRegion: 'northeurope',
        subResources: ['sqlServer'],
        requestMessage: readyDraft.requestMessage,
        domainName: '',
        tags: { team: 'finance' },
      },
    ]);
    expect(kept()).toBe('');
    expect(tracked()).toHaveLength(1);
  });

  it('is sent once, however often the button is pressed, and never disabled', async () => {
    const { user } = await open(hangs('PUT /endpoints/:name'));
    await user.click(create());
    await user.click(create());
    expect(create()).toBeEnabled();
    expect(screen.getByText('Sending the request to Azure…')).toBeVisible();
    expect(writes()).toHaveLength(1);
  });

  it('says what Azure refused, in its own words, and keeps everything', async () => {
    const { user, path } = await open(
      fails('PUT /endpoints/:name', 422, {
        code: 'azure_rejected',
        message: 'Azure refused the request.',
        cause: 'PrivateLinkServiceInvalidHostname: three labels',
      })
    );
    await user.click(create());
    expect(await screen.findByText('billing was not created')).toBeVisible();
    expect(screen.getByText('PrivateLinkServiceInvalidHostname: three labels')).toBeInTheDocument();
    expect(path()).toBe('/new/review');
    expect(kept()).toContain('"sent":""');
    server.use(answers('PUT /endpoints/:name', ACCEPTED));
    await user.click(create());
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(sent('GET').some(({ path: asked }) => asked.endsWith('/endpoints/billing'))).toBe(false);
  });

  it('names the missing right, and leads to the code', async () => {
    const { user } = await open(
      fails('PUT /endpoints/:name', 403, { code: 'azure_forbidden', message: 'The identity may not do this.' })
    );
    await user.click(create());
    expect(await screen.findByText('The identity may not create private endpoints')).toBeVisible();
    expect(screen.getByText(/hand the code on this page over/)).toBeVisible();
    expect(screen.getByText('The identity may not do this.')).toBeVisible();
  });

  it('is left to the queue when another change runs: it waits as told, and what was filled in stays', async () => {
    const { user, path } = await open(
      fails('PUT /endpoints/:name', 409, { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 20 })
    );
    const before = Date.now();
    await user.click(create());
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(path()).toBe('/endpoints/billing');
    const [waiting, ...more] = waitingWrites.all(demoWorkspace.id).map(({ value }) => value);
    expect(more).toEqual([]);
    expect(waiting?.command).toMatchObject({ kind: 'create', name: 'billing', request: { targetId: BILLING_ID } });
    expect((waiting?.write.notBefore ?? 0) - before).toBeGreaterThanOrEqual(20_000);
    expect(kept()).toContain('"sent":""');
  });

  it('opens the endpoint when the queue sent it meanwhile', async () => {
    queryClient.setQueryData(keys.workspace, demoWorkspace);
    const waiting = { ...OURS };
    const failure = { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 600 };
    const id = queueAfterConflict({ kind: 'create', name: 'billing', request: waiting }, failure);
    const { path } = await open();
    expect(screen.getByText('The request for billing waits for its turn')).toBeVisible();
    // As the queue does, in whichever tab.
    act(() => {
      waitingWrites.remove(demoWorkspace.id, id);
      dropSentDraft(demoWorkspace.id, 'billing', readyDraft.requestMessage);
    });
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(path()).toBe('/endpoints/billing');
  });

  it('says that it waits in line when one comes back', async () => {
    queryClient.setQueryData(keys.workspace, demoWorkspace);
    queueWrite({ kind: 'create', name: 'BILLING', request: { ...OURS } });
    await open();
    expect(screen.getByText('The request for billing waits for its turn')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show billing' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/endpoints/billing'
    );
  });
});

describe('when the answer gets lost', () => {
  it.each([
    ['times out', 504, LOST],
    ['breaks', 500, { code: 'internal', message: 'Something broke.' }],
    ['can not be reached', 502, { code: 'azure_unreachable', message: 'Azure can not be reached.' }],
    ['finds the name in use by our own request', 409, { code: 'endpoint_exists', message: 'There is one.' }],
  ])('and the request %s, the endpoint is read, and taken as created', async (_, status, failure) => {
    const { user, path } = await open(
      fails('PUT /endpoints/:name', status, failure),
      answers('GET /endpoints/:name', { endpoint: OURS })
    );
    await user.click(create());
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(path()).toBe('/endpoints/billing');
    expect(writes()).toHaveLength(1);
    expect(kept()).toBe('');
  });

  it('looks before it sends again', async () => {
    const { user } = await open(fails('PUT /endpoints/:name', 504, LOST), fails('GET /endpoints/:name', 404, ABSENT));
    await user.click(create());
    expect(await screen.findByText('The answer got lost, and billing is not there')).toBeVisible();
    expect(kept()).toContain('"sent":"billing"');
    // It was only slow.
    server.use(answers('GET /endpoints/:name', { endpoint: OURS }));
    await user.click(create());
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(writes()).toHaveLength(1);
  });

  it('sends nothing while it can not be read', async () => {
    const { user } = await open(fails('PUT /endpoints/:name', 504, LOST), fails('GET /endpoints/:name', 504, LOST));
    await user.click(create());
    expect(await screen.findByText('Whether billing was created is not known yet')).toBeVisible();
    await user.click(create());
    await screen.findByText('Whether billing was created is not known yet');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Whether billing was created is not known yet');
    expect(writes()).toHaveLength(1);
    server.use(fails('GET /endpoints/:name', 404, ABSENT), answers('PUT /endpoints/:name', ACCEPTED));
    await user.click(create());
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(writes()).toHaveLength(2);
  });

  it('looks after a reload in the middle, before anything can be sent', async () => {
    keepDraft({}, 'billing');
    const { path } = await renderCreate('/new', answers('GET /endpoints/:name', { endpoint: OURS }));
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(path()).toBe('/endpoints/billing');
    expect(writes()).toHaveLength(0);
  });

  it('says after a reload that nothing came of it', async () => {
    keepDraft({}, 'billing');
    await renderCreate('/new/review', fails('GET /endpoints/:name', 404, ABSENT));
    expect(await screen.findByText(/The endpoint is not there, so you can create it now/)).toBeVisible();
    await waitFor(() => expect(kept()).toContain('"sent":""'));
  });

  it('never takes somebody else’s endpoint for ours', async () => {
    const other = { ...OURS, requestMessage: 'Another MPE-0000-0000' };
    const { user } = await open(
      fails('PUT /endpoints/:name', 409, { code: 'endpoint_exists', message: 'There is one.' }),
      answers('GET /endpoints/:name', { endpoint: other })
    );
    await user.click(create());
    expect(await screen.findByText('Another endpoint is named billing')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show billing' })).toBeVisible();
    expect(kept()).toContain('contoso-billing');
  });
});
