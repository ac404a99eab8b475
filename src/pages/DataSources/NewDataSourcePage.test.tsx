import { screen, within } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import React from 'react';
import { keepPort } from '../../data/keptPorts';
import { type Endpoint } from '../../domain/endpoint';
import { sampleEndpoint, sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { workspaceIdentity } from '../../domain/workspace';
import { FakeGrafana } from '../../test/fakeGrafana';
import { demoWorkspace } from '../../test/fixtures';
import { answers, fails } from '../../test/handlers';
import { targetAnswer } from '../../test/renderCreate';
import { render } from '../../test/render';
import { requestsSeen, server } from '../../test/server';
import { NewDataSource } from './NewDataSourcePage';

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
  const done = within(await screen.findByRole('status', { name: 'influx was created and uses the endpoint influx' }));
  expect(done.getByRole('link', { name: 'Open data source settings' })).toHaveAttribute(
    'href',
    '/connections/datasources/edit/made'
  );
  expect(done.getByRole('link', { name: 'Test connection' })).toBeVisible();
  expect(grafana.written).toEqual([
    { name: 'influx', type: 'influxdb', access: 'proxy', jsonData: {}, url: 'http://influx.internal.contoso.com:8086' },
  ]);
});

it('begins with the port that was entered with the private link service', async () => {
  keepPort(workspaceIdentity({ ...demoWorkspace }), 'Influx', '18086');
  const { user } = open(sampleEndpoint());
  const fields = await form();
  expect(fields.getByText('https://influx.internal.contoso.com:18086')).toBeVisible();
  await user.click(fields.getByRole('radio', { name: 'None (http)' }));
  expect(fields.getByText('http://influx.internal.contoso.com:18086')).toBeVisible();
});

it('says what is wrong, and sends nothing', async () => {
  const { user, grafana } = open(sampleEndpoint());
  const fields = await form();
  await user.clear(fields.getByRole('textbox', { name: 'Name' }));
  await user.type(fields.getByRole('textbox', { name: /^Port/ }), '70000');
  await user.click(fields.getByRole('button', { name: 'Create data source' }));
  expect(fields.getByText('Enter a name')).toBeVisible();
  expect(fields.getByText('Enter a port from 1 to 65535')).toBeVisible();
  await user.type(fields.getByRole('textbox', { name: 'Name' }), 'Taken');
  expect(fields.getByText('A data source with this name already exists')).toBeVisible();
  expect(grafana.count('POST')).toBe(0);
});

it('asks for the host below a wildcard, and takes no other', async () => {
  const { user, grafana } = open(sampleEndpoint({ domainName: '*.plant7.contoso.com' }));
  const fields = await form();
  await user.click(fields.getByRole('button', { name: 'Create data source' }));
  expect(fields.getByText('Enter a host below plant7.contoso.com')).toBeVisible();
  await user.type(fields.getByRole('textbox', { name: /^Host/ }), 'evil.example');
  expect(fields.getByText('evil.example doesn’t use this endpoint')).toBeVisible();
  await user.clear(fields.getByRole('textbox', { name: /^Host/ }));
  await user.type(fields.getByRole('textbox', { name: /^Host/ }), 'influx.plant7.contoso.com');
  await user.click(fields.getByRole('button', { name: 'Create data source' }));
  expect(await screen.findByText('influx was created and uses the endpoint influx')).toBeVisible();
  expect(grafana.written[0]).toMatchObject({ url: 'https://influx.plant7.contoso.com' });
});

it('tells when someone took the name meanwhile', async () => {
  const { user, grafana } = open(sampleEndpoint());
  const fields = await form();
  grafana.sources.set('y', { ...grafana.source('x'), name: 'influx' });
  await user.click(fields.getByRole('button', { name: 'Create data source' }));
  expect(await fields.findByText('A data source with this name already exists.')).toBeVisible();
});

it('waits for an endpoint that is not ready, and says so where there is no address', async () => {
  const { unmount } = open(sampleEndpoint({ connectionState: 'Pending' }));
  expect(await screen.findByText('influx isn’t ready: Pending approval')).toBeVisible();
  unmount();
});

it('leaves types without an address of their own to Grafana', async () => {
  open(sampleEndpoint({ targetId: sampleTargetId('Microsoft.Insights/privateLinkScopes', 'ampls') }));
  expect(await screen.findByText('Data sources for this target can’t be created here')).toBeVisible();
});

it('says when there is no such endpoint', async () => {
  open(sampleEndpoint({ name: 'other' }));
  render(<NewDataSource name="gone" />);
  expect(await screen.findByText('No private endpoint named gone')).toBeVisible();
});

describe('over an Azure service whose host name Azure alone knows', () => {
  const workspace = sampleEndpoint({
    name: 'amw',
    targetId: sampleTargetId('Microsoft.Monitor/accounts', 'metrics'),
    targetRegion: 'westeurope',
    domainName: '',
    privateIp: '',
  });
  const host = 'metrics-k2f7.westeurope.prometheus.monitor.azure.com';

  it('waits for the target, and settles scheme and port', async () => {
    const properties = { metrics: { prometheusQueryEndpoint: `https://${host}` } };
    server.use(
      http.get('*/resources/target', async () => {
        await delay(100);
        return HttpResponse.json({ ...targetAnswer({ properties }) });
      })
    );
    const { user, grafana } = open(workspace);
    const fields = await form();
    expect(fields.getByText(`https://${host}`)).toBeVisible();
    expect(fields.queryByRole('radio', { name: 'None (http)' })).not.toBeInTheDocument();
    await user.click(fields.getByRole('button', { name: 'Create data source' }));
    expect(await screen.findByText('amw was created and uses the endpoint amw')).toBeVisible();
    expect(grafana.written[0]).toMatchObject({ type: 'prometheus', url: `https://${host}` });
  });

  it('asks for the host where the target can not be read, and takes no other', async () => {
    server.use(fails('GET /target', 403, { code: 'azure_forbidden', message: 'No.' }));
    const { user, grafana } = open(workspace);
    const fields = await form();
    await user.click(fields.getByRole('button', { name: 'Create data source' }));
    expect(fields.getByText('Enter the host name of the resource')).toBeVisible();
    for (const other of ['evil.example', 'other-k2f7.westeurope.prometheus.monitor.azure.com', `x.${host}`]) {
      await user.clear(fields.getByRole('textbox', { name: /^Host/ }));
      await user.type(fields.getByRole('textbox', { name: /^Host/ }), other);
      expect(fields.getByText(`${other} doesn’t use this endpoint`)).toBeVisible();
    }
    await user.clear(fields.getByRole('textbox', { name: /^Host/ }));
    await user.type(fields.getByRole('textbox', { name: /^Host/ }), host);
    await user.click(fields.getByRole('button', { name: 'Create data source' }));
    expect(await screen.findByText('amw was created and uses the endpoint amw')).toBeVisible();
    expect(grafana.written[0]).toMatchObject({ url: `https://${host}` });
  });

  it('takes types, scheme and port from services outside the catalogue too', async () => {
    server.use(fails('GET /target', 403, { code: 'azure_forbidden', message: 'No.' }));
    const { user, grafana } = open({
      ...workspace,
      targetId: sampleTargetId('Microsoft.Synapse/workspaces', 'dwh'),
      subResources: ['Sql'],
    });
    const fields = await form();
    expect(fields.getByRole('combobox', { name: 'Type' })).toHaveValue('Microsoft SQL Server');
    await user.click(fields.getByRole('button', { name: 'Create data source' }));
    expect(await screen.findByText('amw was created and uses the endpoint amw')).toBeVisible();
    expect(grafana.written[0]).toMatchObject({ type: 'mssql', url: 'dwh.sql.azuresynapse.net:1433' });
  });

  it('does the same for a managed instance', async () => {
    server.use(fails('GET /target', 404, { code: 'azure_not_found', message: 'Gone.' }));
    const { user, grafana } = open({ ...workspace, targetId: sampleTargetId('Microsoft.Sql/managedInstances', 'mi') });
    const fields = await form();
    await user.type(fields.getByRole('textbox', { name: /^Host/ }), 'mi.a1b2c3.database.windows.net');
    await user.click(fields.getByRole('button', { name: 'Create data source' }));
    expect(await screen.findByText('amw was created and uses the endpoint amw')).toBeVisible();
    expect(grafana.written[0]).toMatchObject({ type: 'mssql', url: 'mi.a1b2c3.database.windows.net:1433' });
  });
});

describe('from another Grafana', () => {
  const remote = (endpoint: Endpoint) => {
    server.use(answers('GET /endpoints', { endpoints: [endpoint] }));
    return render(<NewDataSource name={endpoint.name} />);
  };
  const sent = () => requestsSeen().filter(({ method, path }) => method === 'POST' && !path.endsWith('/follow'));

  it('sends host and endpoint, never a data source or an address', async () => {
    const made = { uid: 'made', name: 'influx', type: 'influxdb', version: 1 };
    server.use(answers('POST /datasources', { dataSource: made, unsafeNumbers: [] }));
    const { user } = remote(sampleEndpoint());
    await user.click((await form()).getByRole('button', { name: 'Create data source' }));
    expect(await screen.findByRole('link', { name: 'Open data source settings' })).toHaveAttribute(
      'href',
      `${demoWorkspace.endpoint}/connections/datasources/edit/made`
    );
    expect(sent().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        type: 'influxdb',
        name: 'influx',
        endpoint: 'influx',
        createdAt: sampleEndpoint().createdAt,
        host: 'influx.internal.contoso.com',
        scheme: 'https',
      },
    ]);
  });

  it('shows why it was refused', async () => {
    server.use(
      fails('POST /datasources', 422, { code: 'datasource_host_not_allowed', message: 'Not the endpoint’s own host.' })
    );
    const { user } = remote(sampleEndpoint());
    await user.click((await form()).getByRole('button', { name: 'Create data source' }));
    expect(await screen.findByText('Not the endpoint’s own host.')).toBeVisible();
  });
});
