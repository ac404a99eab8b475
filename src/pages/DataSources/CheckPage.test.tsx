import { screen, within } from '@testing-library/react';
import React from 'react';
import { type DataSource } from '../../domain/address/dataSource';
import { type Endpoint } from '../../domain/endpoint';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { FakeGrafana } from '../../test/fakeGrafana';
import { demoWorkspace } from '../../test/fixtures';
import { answers, fails, settingsStore } from '../../test/handlers';
import { render } from '../../test/render';
import { requestsSeen, server } from '../../test/server';
import { Check } from './CheckPage';

const sensors: DataSource = {
  uid: 'sensors',
  name: 'Sensors',
  type: 'influxdb',
  url: 'http://influx.internal.contoso.com:8086',
  version: 1,
};
const noView = {
  name: 'influx',
  grade: 'unknown' as const,
  reason: 'Nothing matches.',
  readAt: '2026-11-23T00:00:00Z',
};

/** Opens the check in the workspace's own Grafana. */
function check(
  props: { uid?: string; endpoint?: string },
  endpoint: Endpoint,
  grafana = new FakeGrafana(sensors),
  ...first: typeof grafana.handlers
) {
  server.use(
    ...first,
    ...grafana.handlers,
    answers('GET /workspace', { workspace: { ...demoWorkspace, endpoint: window.location.origin } }),
    answers('GET /endpoints', { endpoints: [endpoint] }),
    answers('GET /endpoints/:name', { endpoint }),
    answers('GET /endpoints/:name/connection', noView)
  );
  return { ...render(<Check uid={props.uid ?? ''} endpoint={props.endpoint ?? ''} />), grafana };
}

const step = async (title: string) => {
  const list = await screen.findByRole('list', { name: 'Test steps' });
  const item = within(list)
    .getAllByRole('listitem')
    .find((one) => one.textContent?.startsWith(title));
  if (!item) {
    throw new Error(`no step ${title}`);
  }
  return within(item);
};

it('goes all the way where everything works', async () => {
  const { grafana } = check({ uid: 'sensors' }, sampleEndpoint());
  expect(await screen.findByText('Passed: the target responds through the private endpoint.')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Sensors through influx' })).toBeVisible();
  expect((await step('Target responds')).getByText('Passed')).toBeVisible();
  expect(grafana.calls).toContain('HEALTH sensors nocache=true');
  const path = within(screen.getByRole('list', { name: 'Network path' })).getAllByRole('listitem');
  expect(path.map((node) => node.textContent)).toEqual([
    expect.stringContaining('Test passed'),
    expect.stringContaining('Uses the endpoint'),
    expect.stringContaining('Approved'),
    expect.stringContaining('Responds'),
  ]);
});

it('stops where it fails, says why and what to do, and asks nobody beyond that', async () => {
  const { grafana } = check({ uid: 'sensors' }, sampleEndpoint({ connectionState: 'Pending' }));
  const approved = await step('Request approved');
  expect(approved.getByText('Failed')).toBeVisible();
  expect(approved.getByText(/Ask the resource owner/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open influx' })).toBeVisible();
  expect(screen.getByText('4 steps skipped')).toBeVisible();
  expect(screen.queryByText('Target responds')).not.toBeInTheDocument();
  expect(grafana.count('HEALTH')).toBe(0);
});

it('names the state between approval and refresh', async () => {
  const pending = sampleEndpoint({ connectionState: 'Pending', requestMessage: 'For dashboards (MPE-7K3M-X9QT)' });
  const approved = {
    id: 'c',
    name: 'c',
    status: 'Approved',
    description: 'For dashboards (MPE-7K3M-X9QT)',
    privateEndpointId: '',
    groupIds: [],
  };
  check({ uid: 'sensors' }, pending);
  server.use(answers('GET /endpoints/:name/connection', { ...noView, grade: 'confirmed', connection: approved }));
  expect((await step('Workspace refreshed')).getByText('Failed')).toBeVisible();
  expect((await step('Request approved')).getByText('Passed')).toBeVisible();
});

it('offers to fill in where the address leads elsewhere', async () => {
  const elsewhere = new FakeGrafana({ ...sensors, url: 'http://influx.elsewhere.example:8086' });
  check({ uid: 'sensors', endpoint: 'influx' }, sampleEndpoint(), elsewhere);
  const address = await step('Address uses the endpoint');
  expect(address.getByText(/doesn’t use this endpoint/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Use influx' })).toHaveAttribute(
    'href',
    '/a/azure-privateendpoints-app/data-sources/fill-in/influx?uid=sensors'
  );
});

it('offers the name where TLS is used with the IP', async () => {
  const byIp = { ...sensors, url: 'https://10.0.0.5' };
  check({ uid: 'sensors' }, sampleEndpoint(), new FakeGrafana(byIp));
  const fails = await step('Scheme, port and TLS name match');
  expect(fails.getByText('Failed')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Use influx' })).toHaveAttribute(
    'href',
    '/a/azure-privateendpoints-app/data-sources/fill-in/influx?uid=sensors'
  );
});

it('offers an endpoint where there is none', async () => {
  const elsewhere = new FakeGrafana({ ...sensors, url: 'http://influx.elsewhere.example:8086' });
  check({ uid: 'sensors' }, sampleEndpoint(), elsewhere);
  expect(await screen.findByRole('link', { name: 'Make private' })).toHaveAttribute(
    'href',
    '/a/azure-privateendpoints-app/new?for=sensors'
  );
  expect(screen.getByRole('combobox', { name: 'Choose an endpoint' })).toBeVisible();
});

it('sorts a failing health check, keeps its text one click away, and checks again on request', async () => {
  const grafana = new FakeGrafana(sensors);
  const message = 'Post "http://influx.internal.contoso.com:8086": dial tcp 10.0.0.5:8086: connect: connection refused';
  grafana.health.set('sensors', { status: 400, body: { status: 'ERROR', message } });
  const { user } = check({ uid: 'sensors' }, sampleEndpoint(), grafana);
  const health = await step('Target responds');
  expect(await health.findByText('Failed: port')).toBeVisible();
  expect(health.getByText(message)).not.toBeVisible();
  await user.click(health.getByRole('button', { name: 'Response' }));
  expect(health.getByText(message)).toBeVisible();
  grafana.health.clear();
  await user.click(screen.getByRole('button', { name: 'Test again' }));
  expect(await screen.findByText('Passed: the target responds through the private endpoint.')).toBeVisible();
});

it('says so where the plugin has no health check', async () => {
  const grafana = new FakeGrafana({ ...sensors, type: 'alertmanager' });
  grafana.health.set('sensors', {
    status: 500,
    body: { message: 'Plugin unavailable', messageId: 'plugin.unavailable' },
  });
  check({ uid: 'sensors' }, sampleEndpoint(), grafana);
  const health = await step('Target responds');
  expect(await health.findByText('This data source doesn’t have a health check on the server.')).toBeVisible();
});

it('does not take a check from outside of the managed network for one', async () => {
  check(
    { uid: 'sensors' },
    sampleEndpoint(),
    new FakeGrafana(sensors),
    answers('GET /workspace', { workspace: demoWorkspace }),
    ...settingsStore({ enabled: true, pinned: true, jsonData: { place: 'local' }, secrets: [] })
  );
  expect(await screen.findByText(/outside the workspace’s managed network\.$/)).toBeVisible();
  expect(await (await step('Target responds')).findByText(/doesn’t test the private endpoint/)).toBeVisible();
});

it('checks an endpoint with the data sources that use it', async () => {
  const grafana = new FakeGrafana(sensors, { ...sensors, uid: 'more', name: 'More' });
  check({ endpoint: 'influx' }, sampleEndpoint(), grafana);
  expect(await screen.findByRole('heading', { name: 'Sensors through influx' })).toBeVisible();
  const others = within(screen.getByRole('navigation', { name: 'Data sources that use this endpoint' }));
  expect(others.getByRole('link', { name: 'More' })).toHaveAttribute(
    'href',
    '/a/azure-privateendpoints-app/data-sources/check?uid=more&endpoint=influx'
  );
});

it('says when no data source uses the endpoint', async () => {
  check({ endpoint: 'influx' }, sampleEndpoint(), new FakeGrafana());
  expect((await step('Address uses')).getByText('No data source uses this endpoint.')).toBeVisible();
});

it('says when the data source is gone', async () => {
  check({ uid: 'nothing' }, sampleEndpoint());
  const alert = await screen.findByRole('alert', { name: 'The test couldn’t run' });
  expect(within(alert).getByText('This data source no longer exists.')).toBeVisible();
});

it("asks the workspace's Grafana from another Grafana", async () => {
  const dataSource = { ...sensors, accessControl: {} };
  server.use(
    answers('GET /endpoints', { endpoints: [sampleEndpoint()] }),
    answers('GET /endpoints/:name/connection', noView),
    answers('GET /datasources', { dataSources: [sensors] }),
    answers('GET /datasources/:uid', { dataSource, unsafeNumbers: [] }),
    answers('POST /datasources/:uid/health', {
      status: 'ok',
      message: 'Good from there.',
      messageId: '',
      httpStatus: 200,
      reachedFrom: 'workspace',
    })
  );
  render(<Check uid="sensors" endpoint="" />);
  expect(await screen.findByText('Good from there.', { selector: 'p > bdi' })).toBeVisible();
  expect(requestsSeen().some(({ path }) => path.startsWith('/api/datasources'))).toBe(false);
});

it('tells a health check that could not run from one that fails', async () => {
  server.use(
    answers('GET /endpoints', { endpoints: [sampleEndpoint()] }),
    answers('GET /endpoints/:name/connection', noView),
    answers('GET /datasources', { dataSources: [sensors] }),
    answers('GET /datasources/:uid', { dataSource: sensors, unsafeNumbers: [] }),
    fails('POST /datasources/:uid/health', 504, { code: 'grafana_timeout', message: 'It took too long.' })
  );
  render(<Check uid="sensors" endpoint="" />);
  const health = await step('Target responds');
  expect(await health.findByText(/The health check could not run\. It took too long\./)).toBeVisible();
  expect(health.getByText('Unknown')).toBeVisible();
});
