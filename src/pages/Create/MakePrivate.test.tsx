import { screen, waitFor } from '@testing-library/react';
import { type DataSource } from '../../domain/address/dataSource';
import { sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { answers, fails } from '../../test/handlers';
import { foundTarget, renderCreate } from '../../test/renderCreate';
import { requestsSeen } from '../../test/server';

const billing: DataSource = {
  uid: 'billing',
  name: 'Billing',
  type: 'mssql',
  url: 'contoso-billing.database.windows.net:1433',
};
const payments: DataSource = {
  uid: 'payments',
  name: 'Payments metrics',
  type: 'prometheus',
  url: 'http://prometheus.payments.contoso.com:9090',
};
const services = ['pls-orders', 'pls-payments'].map((name) =>
  foundTarget(name, { id: sampleTargetId('Microsoft.Network/privateLinkServices', name), kind: '' })
);

const open = (uid: string, ...handlers: Array<ReturnType<typeof answers>>) =>
  renderCreate(
    `/new?for=${uid}`,
    ...handlers,
    answers('GET /datasources', { dataSources: [billing, payments] }),
    answers('PUT /endpoints/:name', {
      operation: { kind: 'create', name: 'pls-payments', statusPath: '/providers/x?t=1', createdAt: '' },
    })
  );
const next = (to: string) => screen.getByRole('button', { name: `Next: ${to}` });
const planned = () => Object.entries(window.localStorage).find(([key]) => key.includes('planned'))?.[1] ?? '';
const found = answers('GET /targets', { targets: services, truncated: false });

it('chooses the Azure resource that the host names', async () => {
  const { user, path } = await open('billing');
  await waitFor(() => expect(screen.getByRole('radio', { name: /^contoso-billing/ })).toBeChecked());
  expect(screen.getByText('Suggested')).toBeVisible();
  await user.click(next('details'));
  expect(path()).toBe('/new/details?for=billing');
  expect(screen.queryByRole('textbox', { name: /^Domain name/ })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Cancel' })).toHaveAttribute('href', expect.stringMatching(/data-sources$/));
});

it('suggests the private link service, and takes the host as domain name: then the URL stays', async () => {
  const { user, path } = await open('payments', found);
  const [first] = await screen.findAllByRole('radio', { name: /^pls-/ });
  expect(first).toHaveAccessibleName(/^pls-payments.*Suggested/);
  expect(first).not.toBeChecked();
  await user.click(first!);
  await user.click(next('details'));
  expect(screen.getByRole('textbox', { name: /^Domain name/ })).toHaveValue('prometheus.payments.contoso.com');
  await user.click(next('review'));
  await user.click(screen.getByRole('button', { name: 'Create private endpoint' }));
  await waitFor(() => expect(path()).toBe('/endpoints/pls-payments'));
  const [sent] = requestsSeen().filter(({ method }) => method === 'PUT');
  expect(JSON.parse(sent?.body ?? '')).toMatchObject({ domainName: 'prometheus.payments.contoso.com' });
  expect(planned()).toBe('');
});

it('plans the update of the URL where the endpoint gets another host', async () => {
  const { user, path } = await open('payments', found);
  await user.click(await screen.findByRole('radio', { name: /^pls-payments/ }));
  await user.click(next('details'));
  await user.clear(screen.getByRole('textbox', { name: /^Domain name/ }));
  await user.click(next('review'));
  await user.click(screen.getByRole('button', { name: 'Create private endpoint' }));
  await waitFor(() => expect(path()).toBe('/endpoints/pls-payments'));
  expect(JSON.parse(planned())).toMatchObject({
    value: { endpoint: 'pls-payments', chosen: [{ uid: 'payments', name: 'Payments metrics' }] },
  });
});

it.each([
  ['nobody', answers('GET /datasources', { dataSources: [billing] })],
  ['billing', fails('GET /datasources', 403, { code: 'grafana_forbidden', message: 'No role.' })],
])('is a request like any other without the data source (%s)', async (uid, handler) => {
  await open(uid, handler);
  expect(screen.getByRole('radio', { name: /^Azure SQL server/ })).not.toBeChecked();
  expect(screen.getByRole('link', { name: 'Cancel' })).toHaveAttribute('href', expect.stringMatching(/endpoints$/));
});
