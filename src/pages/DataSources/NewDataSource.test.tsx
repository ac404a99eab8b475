import { screen, within } from '@testing-library/react';
import React from 'react';
import { type Endpoint } from '../../domain/endpoint';
import { sampleEndpoint, sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { FakeGrafana } from '../../test/fakeGrafana';
import { demoWorkspace } from '../../test/fixtures';
import { answers, fails } from '../../test/handlers';
import { render } from '../../test/render';
import { requestsSeen, server } from '../../test/server';
import { NewDataSource } from './NewDataSource';

/** Opens the form in the workspace's own Grafana. */
function open(endpoint: Endpoint, grafana = new FakeGrafana({ uid: 'x', name: 'Taken' })) {
  server.use(
    ...grafana.handlers,
    answers('GET /workspace', { workspace: { ...demoWorkspace, endpoint: window.location.origin } }),
    answers('GET /endpoints', { endpoints: [endpoint] })
  );
  return { ...render(<NewDataSource name={endpoint.name} />), grafana };
}

const form = async () => within(await screen.findByRole('form', { name: 'New data source' }));

it('begins with what the endpoint tells, and creates just that', async () => {
  const { user, grafana } = open(sampleEndpoint());
  const fields = await form();
  expect(fields.getByRole('combobox', { name: 'Type' })).toHaveValue('InfluxDB');
  expect(fields.getByText('https://influx.internal.contoso.com')).toBeVisible();
  await user.click(fields.getByRole('radio', { name: 'None (http)' }));
  expect(fields.getByRole('textbox', { name: /^Port/ })).toHaveValue('8086');
  expect(fields.getByText('http://influx.internal.contoso.com:8086')).toBeVisible();
  await user.click(fields.getByRole('button', { name: 'Create data source' }));
  const done = within(await screen.findByRole('status', { name: 'influx is created, over influx' }));
  expect(done.getByRole('link', { name: 'Enter credentials' })).toHaveAttribute(
    'href',
    '/connections/datasources/edit/made'
  );
  expect(done.getByRole('link', { name: 'Check' })).toBeVisible();
  expect(grafana.written).toEqual([
    { name: 'influx', type: 'influxdb', access: 'proxy', jsonData: {}, url: 'http://influx.internal.contoso.com:8086' },
  ]);
});

it('says what is wrong, and sends nothing', async () => {
  const { user, grafana } = open(sampleEndpoint());
  const fields = await form();
  await user.clear(fields.getByRole('textbox', { name: 'Name' }));
  await user.type(fields.getByRole('textbox', { name: /^Port/ }), '70000');
  await user.click(fields.getByRole('button', { name: 'Create data source' }));
  expect(fields.getByText('Enter a name')).toBeVisible();
  expect(fields.getByText('A port is a whole number from 1 to 65535')).toBeVisible();
  await user.type(fields.getByRole('textbox', { name: 'Name' }), 'Taken');
  expect(fields.getByText('There is a data source of this name already')).toBeVisible();
  expect(grafana.count('POST')).toBe(0);
});

it('asks for the host below a wildcard, and takes no other', async () => {
  const { user, grafana } = open(sampleEndpoint({ domainName: '*.plant7.contoso.com' }));
  const fields = await form();
  await user.click(fields.getByRole('button', { name: 'Create data source' }));
  expect(fields.getByText('Name the host, below plant7.contoso.com')).toBeVisible();
  await user.type(fields.getByRole('textbox', { name: /^Host/ }), 'evil.example');
  expect(fields.getByText('evil.example doesn’t lead over this endpoint')).toBeVisible();
  await user.clear(fields.getByRole('textbox', { name: /^Host/ }));
  await user.type(fields.getByRole('textbox', { name: /^Host/ }), 'influx.plant7.contoso.com');
  await user.click(fields.getByRole('button', { name: 'Create data source' }));
  expect(await screen.findByText('influx is created, over influx')).toBeVisible();
  expect(grafana.written[0]).toMatchObject({ url: 'https://influx.plant7.contoso.com' });
});

it('tells when somebody took the name meanwhile', async () => {
  const { user, grafana } = open(sampleEndpoint());
  const fields = await form();
  grafana.sources.set('y', { ...grafana.source('x'), name: 'influx' });
  await user.click(fields.getByRole('button', { name: 'Create data source' }));
  expect(await fields.findByText('There is a data source of this name already.')).toBeVisible();
});

it('waits for an endpoint that is not usable, and says so where there is no address', async () => {
  const { unmount } = open(sampleEndpoint({ connectionState: 'Pending' }));
  expect(await screen.findByText('influx isn’t usable yet: Waiting for approval')).toBeVisible();
  unmount();
});

it('leaves types without an address of their own to Grafana', async () => {
  open(sampleEndpoint({ targetId: sampleTargetId('Microsoft.Insights/privateLinkScopes', 'ampls') }));
  expect(await screen.findByText('Data sources for this target aren’t created from here')).toBeVisible();
});

it('says when there is no such endpoint', async () => {
  open(sampleEndpoint({ name: 'other' }));
  render(<NewDataSource name="gone" />);
  expect(await screen.findByText('There is no private endpoint named gone')).toBeVisible();
});

describe('from the control tower', () => {
  const tower = (endpoint: Endpoint) => {
    server.use(answers('GET /endpoints', { endpoints: [endpoint] }));
    return render(<NewDataSource name={endpoint.name} />);
  };
  const sent = () => requestsSeen().filter(({ method }) => method === 'POST');

  it('sends an address and the endpoint, never a data source', async () => {
    const made = { uid: 'made', name: 'influx', type: 'influxdb', version: 1 };
    server.use(answers('POST /datasources', { dataSource: made, unsafeNumbers: [] }));
    const { user } = tower(sampleEndpoint());
    await user.click((await form()).getByRole('button', { name: 'Create data source' }));
    expect(await screen.findByRole('link', { name: 'Enter credentials' })).toHaveAttribute(
      'href',
      `${demoWorkspace.endpoint}/connections/datasources/edit/made`
    );
    expect(sent().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { type: 'influxdb', name: 'influx', endpoint: 'influx', value: 'https://influx.internal.contoso.com' },
    ]);
  });

  it('sends port and TLS apart where the type keeps them beside the host', async () => {
    const made = { uid: 'made', name: 'clickhouse', type: 'grafana-clickhouse-datasource', version: 1 };
    server.use(answers('POST /datasources', { dataSource: made, unsafeNumbers: [] }));
    const domainName = 'clickhouse.internal.contoso.com';
    const pls = sampleTargetId(undefined, 'pls-clickhouse');
    const { user } = tower(sampleEndpoint({ name: 'clickhouse', domainName, targetId: pls }));
    await user.click((await form()).getByRole('button', { name: 'Create data source' }));
    await screen.findByText('clickhouse is created, over clickhouse');
    expect(JSON.parse(sent()[0]?.body ?? '')).toEqual({
      type: 'grafana-clickhouse-datasource',
      name: 'clickhouse',
      endpoint: 'clickhouse',
      value: domainName,
      port: 9440,
      secure: true,
    });
  });

  it('shows why it was refused', async () => {
    server.use(
      fails('POST /datasources', 422, { code: 'datasource_host_not_allowed', message: 'Not the endpoint’s own host.' })
    );
    const { user } = tower(sampleEndpoint());
    await user.click((await form()).getByRole('button', { name: 'Create data source' }));
    expect(await screen.findByText('Not the endpoint’s own host.')).toBeVisible();
  });
});
