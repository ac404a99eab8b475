import { screen, waitFor, within } from '@testing-library/react';
import { type Endpoint } from '../../domain/endpoint';
import { sampleEndpoint, sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { demoEndpoints } from '../../test/fixtures';
import { answers, fails, hangs } from '../../test/handlers';
import {
  BILLING_ID,
  CODE,
  createRight,
  keepDraft,
  mountCreate,
  readyDraft,
  renderCreate,
  targetAnswer,
} from '../../test/renderCreate';
import { requestsSeen, server } from '../../test/server';

const ACCEPTED = {
  operation: { kind: 'create', name: 'billing', statusPath: '/providers/x?t=1', createdAt: '' },
} as const;
const OURS: Endpoint = sampleEndpoint({
  name: 'billing',
  targetId: BILLING_ID,
  subResources: ['sqlServer'],
  provisioningState: 'Creating',
  requestMessage: readyDraft.requestMessage,
});
const LOST = { code: 'azure_timeout', message: 'Azure did not answer in time.' };
const ABSENT = { code: 'azure_not_found', message: 'There is no such endpoint.' };

const create = () => screen.getByRole('button', { name: /^Create private endpoint|^Create anyway/ });
const sent = (method: string) => requestsSeen().filter((one) => one.method === method);
const writes = () => sent('PUT').map(({ body }): unknown => JSON.parse(body));
const kept = () => Object.entries(window.localStorage).find(([key]) => key.includes('draft~new'))?.[1] ?? '';

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
    expect(next.getByText('The owner of contoso-billing approves or rejects the request.')).toBeVisible();
    expect(next.getByText(/connects to this resource only/)).toBeVisible();
    expect(next.getByText(/never approved automatically/)).toBeVisible();
    expect(next.getByText(/charges may apply/)).toBeVisible();
  });

  it('what is to be minded still', async () => {
    await open(answers('GET /endpoints', { endpoints: [...demoEndpoints, { ...OURS, name: 'first' }] }));
    expect(await screen.findByText(/The workspace already has an endpoint to this target: first/)).toBeVisible();
  });

  it('what will make it fail, and lets it be created all the same', async () => {
    keepDraft({
      kind: 'postgresFlexible',
      target: sampleTargetId('Microsoft.DBforPostgreSQL/flexibleServers', 'legacy'),
      subResource: 'postgresqlServer',
    });
    const properties = { network: { delegatedSubnetResourceId: '/subnets/pg' } };
    await renderCreate('/new/review', answers('GET /target', targetAnswer({ properties }, ['postgresqlServer'])));
    const blocker = await screen.findByRole('alert');
    expect(within(blocker).getByText(/Such servers don't support private links/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Create anyway' })).toBeEnabled();
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
      expect.stringMatching(
        /^Hello,[^]*don’t have permission to create it[^]*az grafana managed-private-endpoint create/
      )
    );
  });

  it('is the way without the right to create, and trying is still allowed', async () => {
    await open(answers('GET /permissions', createRight('notGranted')));
    expect(await screen.findByText('The identity doesn’t have permission to create private endpoints')).toBeVisible();
    expect(screen.getByText(/managedPrivateEndpoints\/write is missing/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Create anyway' })).toBeEnabled();
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
  });

  it('is sent once, however often the button is pressed, and never disabled', async () => {
    const { user } = await open(hangs('PUT /endpoints/:name'));
    await user.click(create());
    await user.click(create());
    expect(create()).toBeEnabled();
    expect(screen.getByText('Creating the private endpoint…')).toBeVisible();
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
    expect(await screen.findByText('Couldn’t create billing')).toBeVisible();
    expect(screen.getByText('PrivateLinkServiceInvalidHostname: three labels')).toBeInTheDocument();
    expect(path()).toBe('/new/review');
    expect(kept()).toContain('"name":"billing"');
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
    expect(await screen.findByText('The identity doesn’t have permission to create private endpoints')).toBeVisible();
    expect(screen.getByText(/send the code on this page/)).toBeVisible();
    expect(screen.getByText('The identity may not do this.')).toBeVisible();
  });

  it('waits while another change runs, keeps what was filled in, and can be called off', async () => {
    const { user, path } = await open(
      fails('PUT /endpoints/:name', 409, { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 60 })
    );
    await user.click(create());
    expect(await screen.findByText('Another change to the workspace is in progress.')).toBeVisible();
    expect(screen.getByText(/^Next try in \d\d seconds\.$/)).toBeVisible();
    expect(kept()).toContain('"name":"billing"');
    await user.click(screen.getByRole('button', { name: 'Stop waiting' }));
    await waitFor(() => expect(create()).toHaveAttribute('aria-busy', 'false'));
    expect(path()).toBe('/new/review');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(kept()).toContain('"name":"billing"');
    expect(writes()).toHaveLength(1);
  });

  it('goes on when the other change is done', async () => {
    const { user, path } = await open(
      fails('PUT /endpoints/:name', 409, { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 1 })
    );
    await user.click(create());
    await waitFor(() => expect(writes()).toHaveLength(1));
    server.use(answers('PUT /endpoints/:name', ACCEPTED));
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(path()).toBe('/endpoints/billing');
    expect(kept()).toBe('');
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

  it('says that it is not there, and that it can be sent again', async () => {
    const { user } = await open(fails('PUT /endpoints/:name', 504, LOST), fails('GET /endpoints/:name', 404, ABSENT));
    await user.click(create());
    expect(await screen.findByText(/The response was lost\. Checking/)).toBeVisible();
    const alert = await screen.findByRole('alert', { name: 'Couldn’t create billing' });
    expect(alert).toHaveTextContent('Azure didn’t apply the change. You can try again.');
    expect(kept()).toContain('"name":"billing"');
    expect(writes()).toHaveLength(1);
  });

  it('says that nobody knows while it can not be read, and finds it when it is sent again', async () => {
    const { user } = await open(fails('PUT /endpoints/:name', 504, LOST), fails('GET /endpoints/:name', 504, LOST));
    await user.click(create());
    expect(await screen.findByRole('alert')).toHaveTextContent('It isn’t known whether Azure applied the change.');
    // The backend reads before it writes.
    server.use(
      fails('PUT /endpoints/:name', 409, { code: 'endpoint_exists', message: 'There is one.' }),
      answers('GET /endpoints/:name', { endpoint: OURS })
    );
    await user.click(create());
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
  });

  it('leads to the endpoint after a reload in the middle, and sends nothing', async () => {
    keepDraft();
    const { path } = mountCreate('/new/review', answers('GET /endpoints', { endpoints: [...demoEndpoints, OURS] }));
    expect(await screen.findByText('The page of the endpoint')).toBeVisible();
    expect(path()).toBe('/endpoints/billing');
    expect(writes()).toHaveLength(0);
    expect(kept()).toBe('');
  });

  it('never takes someone else’s endpoint for ours', async () => {
    const other = { ...OURS, requestMessage: 'Another MPE-0000-0000' };
    const { user } = await open(
      fails('PUT /endpoints/:name', 409, { code: 'endpoint_exists', message: 'There is billing already.' }),
      answers('GET /endpoints/:name', { endpoint: other })
    );
    await user.click(create());
    expect(await screen.findByRole('alert')).toHaveTextContent(/There is billing already\..*Enter another name\./);
    expect(kept()).toContain('contoso-billing');
  });
});
