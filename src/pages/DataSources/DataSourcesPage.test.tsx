import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import React from 'react';
import { type DataSource } from '../../domain/address/dataSource';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { demoAccess, demoWorkspace, ORDERS } from '../../test/fixtures';
import { FakeGrafana } from '../../test/fakeGrafana';
import { FakeWorkspace } from '../../test/fakeWorkspace';
import { answers, fails, hangs, settingsStore } from '../../test/handlers';
import { render } from '../../test/render';
import { server } from '../../test/server';
import { DataSourceList } from './DataSourcesPage';

const sources: DataSource[] = [
  { uid: 'sensors', name: 'Sensors', type: 'influxdb', url: 'http://influx.internal.contoso.com:8086' },
  { uid: 'carts', name: 'Carts', type: 'mssql', url: 'orders.database.windows.net:1433' },
  {
    uid: 'public',
    name: 'Partner',
    type: 'prometheus',
    url: 'https://amw-x1y2.westeurope.prometheus.monitor.azure.com',
  },
  { uid: 'weather', name: 'Weather', type: 'prometheus', url: 'https://weather.example', readOnly: true },
];

const names = () => screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);

async function show(address = '/', all = sources) {
  server.use(answers('GET /datasources', { dataSources: all }));
  const view = render(<DataSourceList />, address);
  await screen.findByRole('table', { name: 'Data sources' });
  return view;
}

it("shows the workspace's data sources with the way of each, what needs attention first", async () => {
  await show();
  expect(screen.getByText(/Data sources of the workspace's Grafana/)).toBeVisible();
  expect(names()).toEqual(['Carts', 'Partner', 'Weather', 'Sensors']);
  const sensors = within(screen.getByRole('row', { name: /^Sensors/ }));
  expect(sensors.getByText('Private')).toBeVisible();
  expect(sensors.getByText('http://influx.internal.contoso.com:8086')).toBeVisible();
  expect(sensors.getByRole('link', { name: 'influx' })).toHaveAttribute(
    'href',
    '/a/azure-privateendpoints-app/endpoints/influx'
  );
  expect(sensors.getByRole('link', { name: 'Test Sensors' })).toHaveAttribute(
    'href',
    '/a/azure-privateendpoints-app/data-sources/check?uid=sensors'
  );
  expect(screen.getByRole('link', { name: /^Sensors/ })).toHaveAttribute(
    'href',
    `${demoWorkspace.endpoint}/connections/datasources/edit/sensors`
  );
});

it('says what to do, one click away', async () => {
  await show();
  const carts = within(screen.getByRole('row', { name: /^Carts/ }));
  expect(carts.getByText('Not ready')).toBeVisible();
  expect(carts.getByRole('link', { name: 'Open endpoint: Carts' })).toHaveAttribute(
    'href',
    `/a/azure-privateendpoints-app/endpoints/${ORDERS.name}`
  );
  const past = within(screen.getByRole('row', { name: /^Partner/ }));
  expect(past.getByText('Public')).toBeVisible();
  expect(past.getByRole('link', { name: 'Make private: Partner' })).toHaveAttribute(
    'href',
    '/a/azure-privateendpoints-app/new?for=public'
  );
  expect(within(screen.getByRole('row', { name: /^Weather/ })).getByText('Provisioned')).toBeVisible();
});

it('does not call a name public that may lead to an endpoint', async () => {
  await show('/', [{ uid: 'fog', name: 'Listener', type: 'mssql', url: 'orders-fog.database.windows.net' }]);
  const row = within(screen.getByRole('row', { name: /^Listener/ }));
  expect(row.getByText('Unknown')).toBeVisible();
  expect(row.getByText(/may be a failover group listener or a DNS alias that leads to orders/)).toBeVisible();
});

it('offers to fill in the name where the IP is used with TLS', async () => {
  const byIp = { uid: 'ip', name: 'By IP', type: 'influxdb', url: 'https://10.0.0.5' };
  await show('/', [byIp]);
  expect(screen.getByRole('link', { name: 'Update URL: By IP' })).toHaveAttribute(
    'href',
    '/a/azure-privateendpoints-app/data-sources/fill-in/influx?uid=ip'
  );
});

it('filters and searches, and keeps that in the URL', async () => {
  const { user, location } = await show();
  expect(screen.getByRole('button', { name: '1 of 4 private' })).toHaveAttribute('aria-pressed', 'false');
  await user.click(screen.getByRole('button', { name: '1 public' }));
  expect(names()).toEqual(['Partner']);
  await user.click(screen.getByRole('button', { name: '1 public', pressed: true }));
  await user.type(screen.getByRole('textbox', { name: 'Search data sources' }), 'weather');
  expect(names()).toEqual(['Weather']);
  expect(location()).toBe('/?q=weather');
  expect(screen.getByText('1–1 of 1 that match, 4 in all')).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Search data sources' }), ' nowhere');
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(names()).toHaveLength(4);
});

it('stops advising on what is marked as public on purpose, for everybody, until the mark is taken away', async () => {
  const marks = { local: ['public'], remote: ['other'] };
  const stored = { enabled: true, pinned: false, jsonData: { workspaceId: 'w', publicOnPurpose: marks }, secrets: [] };
  server.use(...settingsStore(stored));
  const { user } = await show();
  const partner = () => within(screen.getByRole('row', { name: /^Partner/ }));
  await user.click(partner().getByRole('button', { name: 'Mark Partner as public on purpose' }));
  expect(await partner().findByText('Public on purpose')).toBeVisible();
  expect(partner().queryByRole('link', { name: /^Make private/ })).not.toBeInTheDocument();
  expect(partner().getByRole('link', { name: 'Test Partner' })).toBeVisible();
  expect(screen.getByRole('button', { name: '1 public on purpose' })).toBeVisible();
  expect(stored).toMatchObject({
    enabled: true,
    pinned: false,
    jsonData: { workspaceId: 'w', publicOnPurpose: { local: ['public'], remote: ['other', 'public'] } },
  });
  await user.click(partner().getByRole('button', { name: 'Remove the mark from Partner' }));
  expect(await partner().findByRole('link', { name: 'Make private: Partner' })).toBeVisible();
});

it('says why a mark was not saved', async () => {
  server.use(http.post('*/api/plugins/:id/settings', () => HttpResponse.json({ message: 'No.' }, { status: 403 })));
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Mark Partner as public on purpose' }));
  expect(await screen.findByText(/^The mark wasn’t saved\./)).toBeVisible();
  expect(within(screen.getByRole('row', { name: /^Partner/ })).getByText('Public')).toBeVisible();
});

it('shows 2,000 as pages of 25', async () => {
  const many = Array.from({ length: 2000 }, (_, i) => ({
    uid: `u${i}`,
    name: `Source ${i}`,
    type: 'loki',
    url: `http://host-${i}.internal.contoso.com`,
  }));
  const { user, location } = await show('/', many);
  expect(names()).toHaveLength(25);
  await user.click(screen.getByRole('button', { name: '80' }));
  expect(screen.getByText('1,976–2,000 of 2,000')).toBeVisible();
  expect(location()).toBe('/?p=80');
});

describe('advice on endpoints', () => {
  const advice = () => within(screen.getByRole('region', { name: 'Recommendations' }));
  const approved = { connectionState: 'Approved', domainName: '' };

  it('takes a line for each sort, and a click for each endpoint', async () => {
    const idle = Array.from({ length: 30 }, (_, i) => sampleEndpoint({ ...approved, name: `idle-${i}` }));
    const old = { connectionState: 'Pending', createdAt: '2024-01-01T00:00:00Z', domainName: '', privateIp: '' };
    server.use(answers('GET /endpoints', { endpoints: [...idle, sampleEndpoint({ ...old, name: 'asked' })] }));
    const { user } = await show();
    expect(advice().getByText(/^asked has been waiting for approval for /)).toBeVisible();
    expect(advice().getByRole('link', { name: 'Remind the owner: asked' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/endpoints/asked'
    );
    expect(advice().getByText(/^No data source uses 30 of the ready endpoints/)).toBeVisible();
    await user.click(advice().getByRole('button', { name: 'Show' }));
    expect(advice().getAllByRole('link', { name: /^Update URL: idle-/ })).toHaveLength(20);
    expect(advice().getByRole('link', { name: 'Update URL: idle-0' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/data-sources/fill-in/idle-0'
    );
    expect(advice().getByRole('link', { name: 'and 10 more' })).toBeVisible();
  });

  it('refreshes right here, and tells how that goes', async () => {
    const endpoint = sampleEndpoint({ privateIp: '' });
    const azure = new FakeWorkspace([endpoint]);
    server.use(...azure.handlers);
    const { user } = await show();
    const sensors = within(screen.getByRole('row', { name: /^Sensors/ }));
    expect(sensors.getByText(/influx isn't ready \(Approved, waiting for private IP\)/)).toBeVisible();
    await user.click(sensors.getByRole('button', { name: 'Refresh: Sensors' }));
    expect(await sensors.findByRole('button', { name: 'Refreshing…' })).toBeVisible();
    await user.click(await advice().findByRole('button', { name: 'Refreshing…' }));
    await waitFor(() => expect(azure.count('POST /operations refresh')).toBe(1));
    expect(azure.count('POST /refresh')).toBe(1);
  });
});

it('shows those of this Grafana where it is the workspace, with links of its own', async () => {
  const grafana = new FakeGrafana({ uid: 'logs', name: 'Logs', type: 'loki', url: 'http://10.0.0.5' });
  server.use(
    ...grafana.handlers,
    answers('GET /workspace', { workspace: { ...demoWorkspace, endpoint: window.location.origin } })
  );
  render(<DataSourceList />);
  expect(await screen.findByRole('link', { name: /^Logs/ })).toHaveAttribute(
    'href',
    '/connections/datasources/edit/logs'
  );
  expect(screen.getByText(/Data sources of this Grafana/)).toBeVisible();
});

it('follows the configuration where it overrules the place', async () => {
  const grafana = new FakeGrafana({ uid: 'logs', name: 'Logs' });
  server.use(
    ...grafana.handlers,
    ...settingsStore({ enabled: true, pinned: true, jsonData: { place: 'local' }, secrets: [] })
  );
  render(<DataSourceList />);
  expect(await screen.findByRole('link', { name: /^Logs/ })).toBeVisible();
  expect(screen.getByText(/Set in the configuration/)).toBeVisible();
});

it('says once what the identity may not do over there', async () => {
  const permissions = { ...demoAccess.permissions, write: 'no', create: 'no' } as const;
  server.use(answers('GET /grafana-access', { ...demoAccess, permissions }));
  await show();
  expect(
    await screen.findByText(/^The configured identity doesn’t have permission to change or create data sources/)
  ).toBeVisible();
});

it('keeps the endpoints apart from what could not be loaded', async () => {
  server.use(
    fails('GET /datasources', 403, {
      code: 'grafana_forbidden',
      message: 'The identity has no role there.',
      hint: 'Give it one.',
    })
  );
  const { user } = render(<DataSourceList />);
  const alert = await screen.findByRole('alert', { name: 'Couldn’t load data sources' });
  expect(within(alert).getByText('The identity has no role there.')).toBeVisible();
  server.use(answers('GET /datasources', { dataSources: sources }));
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('table', { name: 'Data sources' })).toBeVisible();
});

it('reads a refusal of this Grafana as it is meant', async () => {
  server.use(
    ...settingsStore({ enabled: true, pinned: true, jsonData: { place: 'local' }, secrets: [] }),
    http.get('*/api/datasources', () => HttpResponse.json({ message: 'Permissions needed: x' }, { status: 403 }))
  );
  render(<DataSourceList />);
  const alert = await screen.findByRole('alert', { name: 'Couldn’t load data sources' });
  expect(
    within(alert).getByText('You don’t have permission to do this with data sources in this Grafana.')
  ).toBeVisible();
});

it('shows a skeleton while it waits, and says so when there is none', async () => {
  server.use(hangs('GET /datasources'));
  const { unmount } = render(<DataSourceList />);
  expect(screen.getByRole('status', { name: 'Loading data sources' })).toBeVisible();
  unmount();
});

it('says so when there is none', async () => {
  server.use(
    answers('GET /datasources', { dataSources: [] }),
    answers('GET /endpoints', { endpoints: [sampleEndpoint()] })
  );
  render(<DataSourceList />);
  expect(await screen.findByText('No data sources yet')).toBeVisible();
});
