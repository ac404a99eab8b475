import { act, screen, within } from '@testing-library/react';
import { demoWorkspace, INFLUX, ORDERS } from '../../test/fixtures';
import { answers, fails, hangs } from '../../test/handlers';
import { BILLING_ID, createRight, foundTarget, mountCreate, renderCreate, targetAnswer } from '../../test/renderCreate';
import { requestsSeen, server } from '../../test/server';
import { sampleTargetId } from '../../domain/testing/sampleEndpoint';

const radio = (name: RegExp) => screen.getByRole('radio', { name });
const idField = () => screen.getByRole('textbox', { name: /resource ID/i });
const next = () => screen.getByRole('button', { name: 'Next: details' });
const checks = () => within(screen.getByRole('region', { name: 'Before you create' }));

it('offers every kind with the data sources it serves, and others by id', async () => {
  await renderCreate('/new/target');
  expect(radio(/^Azure SQL server/)).toHaveAccessibleName(/For Microsoft SQL Server/);
  expect(radio(/^Private link service/)).toHaveAccessibleName(/Prometheus, Loki/);
  expect(radio(/^Other/)).toBeVisible();
  expect(screen.getAllByRole('radio')).toHaveLength(12);
});

describe('the kind, once chosen', () => {
  const shown = () => screen.getByRole('group', { name: 'Resource type' });
  const kinds = () => within(shown()).getAllByRole('radio');

  it('by a click stands alone, until it is to be changed', async () => {
    const { user } = await renderCreate('/new/target');
    await user.click(radio(/^Azure SQL server/));
    expect(kinds()).toEqual([radio(/^Azure SQL server/)]);
    await user.click(screen.getByRole('button', { name: 'Change resource type' }));
    expect(kinds()).toHaveLength(12);
    expect(radio(/^Azure SQL server/)).toHaveFocus();
    // The same again is a choice, too.
    await user.click(radio(/^Azure SQL server/));
    expect(kinds()).toHaveLength(1);
  });

  it('by the keyboard stands alone when the focus goes on', async () => {
    const { user } = await renderCreate('/new/target');
    act(() => radio(/^Azure Monitor workspace/).focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(radio(/^Azure Data Explorer/)).toBeChecked();
    expect(kinds()).toHaveLength(12);
    await user.tab();
    expect(kinds()).toEqual([radio(/^Azure Data Explorer/)]);
    expect(screen.getByRole('textbox', { name: 'Search resources' })).toHaveFocus();
  });

  it('leads to the search while no resource is chosen', async () => {
    const { user, path } = await renderCreate('/new/target');
    await user.click(radio(/^Azure SQL server/));
    await user.click(next());
    expect(path()).toBe('/new/target');
    expect(screen.getByRole('textbox', { name: 'Search resources' })).toHaveFocus();
    expect(screen.getByRole('alert')).toHaveTextContent('Select the resource, or paste its resource ID.');
  });

  it('leads to the resource ID where nothing can be searched', async () => {
    const { user } = await renderCreate(
      '/new/target',
      fails('GET /targets', 403, { code: 'azure_forbidden', message: 'No.' })
    );
    await user.click(radio(/^Azure SQL server/));
    await screen.findByText(/You can still paste a resource ID below/);
    await user.click(next());
    expect(idField()).toHaveFocus();
  });
});

it('says what is missing instead of going on, and leads there', async () => {
  const { user, path } = await renderCreate('/new');
  await user.click(next());
  expect(path()).toBe('/new/target');
  expect(screen.getByText('Select a resource type.')).toBeVisible();
  expect(radio(/^Azure Monitor workspace/)).toHaveFocus();
});

it('finds resources of the kind and goes on with the chosen one', async () => {
  const { user, path } = await renderCreate('/new/target');
  await user.click(radio(/^Azure SQL server/));
  await user.click(await screen.findByRole('radio', { name: /^contoso-billing/ }));
  expect(idField()).toHaveValue(BILLING_ID);
  expect(await screen.findByText(/^Sub-resource:/)).toHaveTextContent('sqlServer');
  await user.click(next());
  expect(path()).toBe('/new/details');
  expect(screen.getByRole('heading', { name: 'Details' })).toHaveFocus();
  expect(screen.getByRole('textbox', { name: /^Name (?!of)/ })).toHaveValue('contoso-billing');
  expect(await screen.findByText('northeurope')).toBeVisible();
});

it('marks the resources that an endpoint reaches already, with its state and the way there', async () => {
  const { user } = await renderCreate(
    '/new/target',
    answers('GET /targets', { targets: [foundTarget('orders'), foundTarget('contoso-billing')], truncated: false })
  );
  await user.click(radio(/^Azure SQL server/));
  const orders = await screen.findByRole('radio', { name: /^orders/ });
  const link = screen.getByRole('link', { name: ORDERS.name });
  expect(link).toHaveAttribute('href', '/a/azure-privateendpoints-app/endpoints/orders-sql');
  expect(screen.getAllByText('Existing endpoint:')).toHaveLength(1);
  expect(screen.getByText('Pending approval')).toBeVisible();
  // It says so and blocks nothing; the link is no part of the choice.
  expect(orders).toHaveAccessibleName('orders billing · northeurope');
  await user.click(orders);
  expect(idField()).toHaveValue(ORDERS.targetId);
});

it('narrows what it found without asking Azure again, as long as all is here', async () => {
  const { user } = await renderCreate('/new/target');
  await user.click(radio(/^Azure SQL server/));
  await screen.findByRole('radio', { name: /^contoso-reports/ });
  await user.type(screen.getByRole('textbox', { name: 'Search resources' }), 'bill');
  // Both are in the resource group "billing".
  expect(screen.getByRole('radio', { name: /^contoso-reports/ })).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Search resources' }), ' reports');
  expect(screen.queryByRole('radio', { name: /^contoso-billing/ })).not.toBeInTheDocument();
  expect(requestsSeen().filter(({ path }) => path.endsWith('/targets'))).toHaveLength(1);
});

it('asks Azure for what was typed when there are too many', async () => {
  const { user } = await renderCreate(
    '/new/target',
    answers('GET /targets', { targets: [foundTarget('first')], truncated: true })
  );
  await user.click(radio(/^Azure SQL server/));
  expect(await screen.findByText('1 resource or more. Search to narrow the list.')).toBeVisible();
  server.use(answers('GET /targets', { targets: [foundTarget('zebra')], truncated: false }));
  await user.type(screen.getByRole('textbox', { name: 'Search resources' }), 'zebra');
  expect(await screen.findByRole('radio', { name: /^zebra/ })).toBeVisible();
});

it('works by id where nothing can be searched or read', async () => {
  const forbidden = { code: 'azure_forbidden', message: 'The identity may not read it.', hint: 'Assign Reader.' };
  const { user, path } = await renderCreate(
    '/new/target',
    fails('GET /targets', 403, forbidden),
    fails('GET /target', 403, forbidden)
  );
  await user.click(radio(/^Azure SQL server/));
  expect(await screen.findByText(/You can still paste a resource ID below/)).toBeVisible();
  await user.click(idField());
  await user.paste(BILLING_ID.toUpperCase().replace('MICROSOFT.SQL/SERVERS', 'microsoft.sql/servers'));
  expect(await screen.findByText(/Couldn’t load the resource. You can still continue/)).toBeVisible();
  await user.click(next());
  expect(path()).toBe('/new/details');
});

it('takes a portal URL, and finds the kind by itself', async () => {
  const { user } = await renderCreate('/new/target');
  await user.click(idField());
  await user.paste(`https://portal.azure.com/#@contoso.com/resource${BILLING_ID}/overview`);
  expect(radio(/^Azure SQL server/)).toBeChecked();
  await user.tab();
  expect(idField()).toHaveValue(BILLING_ID);
});

it.each([
  ['a typo', BILLING_ID.replace('Sql/servers', 'Sql/servrs'), /Did you mean Microsoft.Sql\/servers/],
  [
    'a missing segment',
    '/subscriptions/5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25/resourceGroups',
    /resource group is missing/,
  ],
  ['a nested resource', `${BILLING_ID}/databases/main`, /Private links connect to the Azure SQL server\./],
])('names %s in an id', async (_, id, message) => {
  const { user } = await renderCreate('/new/target');
  await user.click(idField());
  await user.paste(id);
  await user.tab();
  expect(screen.getByRole('alert')).toHaveTextContent(message);
});

it('names an id of another kind and offers to switch', async () => {
  const { user } = await renderCreate('/new/target');
  await user.click(radio(/^Azure Data Explorer/));
  await user.click(idField());
  await user.paste(BILLING_ID);
  await user.tab();
  expect(screen.getByText(/but Azure Data Explorer .* is selected/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Switch to Azure SQL server' }));
  expect(radio(/^Azure SQL server/)).toBeChecked();
  expect(idField()).toHaveValue(BILLING_ID);
  expect(screen.queryByText(/is selected\./)).not.toBeInTheDocument();
});

it('offers the linked Azure Monitor workspaces first', async () => {
  const linked = sampleTargetId('Microsoft.Monitor/accounts', 'amw-contoso');
  const { user } = await renderCreate(
    '/new/target',
    answers('GET /workspace', { workspace: { ...demoWorkspace, linkedMonitorWorkspaces: [linked] } }),
    answers('GET /target', targetAnswer({ location: 'westeurope' }, []))
  );
  const first = screen.getAllByRole('radio')[0];
  expect(first).toHaveAccessibleName(/^amw-contoso/);
  await user.click(screen.getByRole('radio', { name: /^amw-contoso/ }));
  expect(radio(/^Azure Monitor workspace/)).toBeChecked();
  expect(screen.getByText('prometheusMetrics')).toBeVisible();
});

it('asks for a sub-resource where the target names several', async () => {
  const cosmos = sampleTargetId('Microsoft.DocumentDB/databaseAccounts', 'orders');
  const { user } = await renderCreate(
    '/new/target',
    answers('GET /target', targetAnswer({ kind: 'MongoDB' }, ['Sql', 'MongoDB']))
  );
  await user.click(idField());
  await user.paste(cosmos);
  const group = within(await screen.findByRole('group', { name: 'Sub-resource' }));
  expect(group.getAllByRole('radio').map((one) => one.getAttribute('value'))).toEqual(['MongoDB', 'Sql']);
  expect(group.getByRole('radio', { name: /^MongoDB/ })).toBeChecked();
});

it('works for a kind outside the catalogue, with a word of caution', async () => {
  const storage = sampleTargetId('Microsoft.Storage/storageAccounts', 'backups');
  const { user, path } = await renderCreate('/new/target', answers('GET /target', targetAnswer({}, [])));
  await user.click(idField());
  await user.paste(storage);
  expect(screen.getByText(/isn’t on Microsoft’s list for Azure Managed Grafana/)).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: /^Sub-resource/ }), 'blob');
  await user.click(next());
  expect(path()).toBe('/new/details');
});

describe('before it is tried', () => {
  it('says what makes it fail, with the fix', async () => {
    const postgres = sampleTargetId('Microsoft.DBforPostgreSQL/flexibleServers', 'legacy');
    const { user } = await renderCreate(
      '/new/target',
      answers(
        'GET /target',
        targetAnswer({ properties: { network: { delegatedSubnetResourceId: '/subnets/pg' } } }, ['postgresqlServer'])
      )
    );
    await user.click(idField());
    await user.paste(postgres);
    expect(await checks().findByText(/^1 problem/)).toBeVisible();
    const blocker = await screen.findByRole('alert');
    expect(within(blocker).getByText(/Such servers don't support private links/)).toBeVisible();
    expect(
      within(blocker).getByText(/Create a private link service with a load balancer in front of it/)
    ).toBeVisible();
    await user.click(checks().getByRole('button', { name: /checks passed/ }));
    expect(checks().getByText('The workspace is in the Standard tier.')).toBeVisible();
  });

  it('says when the target has an endpoint already', async () => {
    const { user } = await renderCreate('/new/target');
    await user.click(idField());
    await user.paste(INFLUX.targetId);
    expect(await checks().findByText(/The workspace already has an endpoint to this target: influx/)).toBeVisible();
  });

  it('says when the right to create is missing', async () => {
    const { user } = await renderCreate('/new/target', answers('GET /permissions', createRight('notGranted')));
    await user.click(idField());
    await user.paste(BILLING_ID);
    expect(await checks().findByText(/managedPrivateEndpoints\/write is missing/)).toBeVisible();
  });

  it('says that it is looking, and what it can not tell', async () => {
    const { user } = await renderCreate('/new/target', hangs('GET /target'));
    await user.click(idField());
    await user.paste(BILLING_ID);
    expect(checks().getByRole('status')).toHaveTextContent('Checking contoso-billing…');
  });
});

it('says so when the workspace can not be read, with the way to the settings', async () => {
  mountCreate('/new', fails('GET /workspace', 400, { code: 'not_configured', message: 'No workspace is configured.' }));
  expect(await screen.findByText('No workspace is configured.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open configuration' })).toBeVisible();
});

it('goes on without the list of endpoints, and says so', async () => {
  await renderCreate('/new', fails('GET /endpoints', 503, { code: 'azure_unavailable', message: 'Azure is down.' }));
  expect(screen.getByText('Couldn’t load the endpoints of the workspace')).toBeVisible();
});
