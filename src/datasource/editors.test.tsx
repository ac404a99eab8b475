import { type DataSourceSettings } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import React, { useState } from 'react';
import { demoSignIn, demoWorkspaces } from '../test/fixtures';
import { server } from '../test/server';
import { ConfigEditor } from './ConfigEditor';
import { DataSource } from './DataSource';
import { type Options, type Query } from './query';
import { QueryEditor } from './QueryEditor';

const resource = (route: string) => `*/api/datasources/uid/monitoring/resources/${route}`;

const settings = (jsonData: Options, more: Partial<DataSourceSettings<Options>> = {}) =>
  ({ uid: 'monitoring', jsonData, secureJsonFields: {}, version: 1, ...more }) as DataSourceSettings<Options>;

let latest: DataSourceSettings<Options>;

function Editor({ first }: { first: DataSourceSettings<Options> }) {
  const [options, setOptions] = useState(first);
  latest = options;
  return <ConfigEditor options={options} onOptionsChange={(next) => setOptions(next as typeof options)} />;
}

const variables = [{ name: 'workspace' }];
setTemplateSrv({ getVariables: () => variables, replace: (text?: string) => text ?? '' } as unknown as TemplateSrv);

beforeEach(() =>
  server.use(
    http.get(resource('authentication'), () => HttpResponse.json(demoSignIn)),
    http.get(resource('workspaces'), () => HttpResponse.json({ workspaces: demoWorkspaces })),
    http.get(resource('status'), () => HttpResponse.json({ automaticRefresh: 'off', running: false, runs: [] }))
  )
);

describe('the settings', () => {
  it('keep a typed secret apart, and the ids in jsonData', async () => {
    const user = userEvent.setup();
    render(<Editor first={settings({ allWorkspaces: true })} />);
    await user.click(await screen.findByRole('radio', { name: /Client secret/ }));
    await user.type(screen.getByLabelText(/Directory \(tenant\) ID/), 'tenant');
    await user.type(screen.getByLabelText(/Application \(client\) ID/), 'client');
    await user.type(screen.getByLabelText(/^Client secret/, { selector: '#secret-azureClientSecret' }), 'hidden');
    expect(latest.jsonData).toMatchObject({
      allWorkspaces: true,
      azureCredentials: { authType: 'clientsecret', tenantId: 'tenant', clientId: 'client' },
    });
    expect(latest.secureJsonData).toEqual({ azureClientSecret: 'hidden' });
    expect(JSON.stringify(latest.jsonData)).not.toContain('hidden');
  });

  it('choose all workspaces, or some', async () => {
    const user = userEvent.setup();
    render(<Editor first={settings({ workspaces: ['/a/contoso'] })} />);
    expect(screen.getByLabelText(/^Workspaces/)).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: /All workspaces/ }));
    expect(latest.jsonData).toEqual({ workspaces: ['/a/contoso'], allWorkspaces: true });
    expect(screen.queryByLabelText(/^Workspaces/)).not.toBeInTheDocument();
  });

  it('tell what the timer does', async () => {
    const run = {
      workspace: 'contoso',
      lastRun: new Date(Date.now() - 120_000).toISOString(),
      nextRun: new Date(Date.now() + 90_000).toISOString(),
      lastRefresh: new Date(Date.now() - 180_000).toISOString(),
      because: [{ name: 'loki', decision: 'Approved' }],
    };
    const answer = { automaticRefresh: 'decided', running: true, runs: [run] };
    server.use(http.get(resource('status'), () => HttpResponse.json(answer)));
    render(<Editor first={settings({ automaticRefresh: 'decided' })} />);
    const status = await screen.findByRole('list', { name: 'Automatic refresh status' });
    expect(status).toHaveTextContent(
      'contoso: Last run 2 minutes ago. Next run in 1 minute. Last refresh 3 minutes ago, for loki (Approved).'
    );
  });

  it('can’t be changed where a file provisions them', () => {
    render(<Editor first={settings({}, { readOnly: true })} />);
    expect(screen.getByRole('checkbox', { name: /All workspaces/ })).toBeDisabled();
  });

  it('say why the options can’t be loaded', async () => {
    const failure = { code: 'role_required', message: 'You need the Admin role.' };
    server.use(http.get(resource('authentication'), () => HttpResponse.json(failure, { status: 403 })));
    render(<Editor first={settings({})} />);
    expect(await screen.findByText('You need the Admin role.')).toBeVisible();
  });
});

describe('a query', () => {
  const source = new DataSource({
    jsonData: { workspaces: ['/subscriptions/x/contoso-grafana'] },
  } as ConstructorParameters<typeof DataSource>[0]);

  it('is changed and run at once', async () => {
    const user = userEvent.setup();
    const onChange = jest.fn<void, [Query]>();
    const onRunQuery = jest.fn();
    render(<QueryEditor datasource={source} query={{ refId: 'A' }} onChange={onChange} onRunQuery={onRunQuery} />);
    await user.click(screen.getByLabelText('Query type'));
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onChange).toHaveBeenCalledWith({ refId: 'A', queryType: 'condition' });
    await waitFor(() => expect(onRunQuery).toHaveBeenCalledTimes(1));
  });

  it.each([
    ['endpoints', ['Query type', 'Workspaces', 'State', 'Resource type']],
    ['condition', ['Query type', 'Condition', 'Workspaces', 'State', 'Resource type']],
    ['activity', ['Query type', 'Workspaces']],
    ['workspaces', ['Query type']],
  ] as const)('of type %s asks for what counts for it', (queryType, labels) => {
    render(
      <QueryEditor datasource={source} query={{ refId: 'A', queryType }} onChange={jest.fn()} onRunQuery={jest.fn()} />
    );
    expect(screen.getAllByRole('combobox').map((box) => (box as HTMLInputElement).labels?.[0]?.textContent)).toEqual(
      labels
    );
  });

  it('begins with endpoints, an annotation with activity, a variable with names', () => {
    expect(source.getDefaultQuery()).toEqual({ queryType: 'endpoints' });
    expect(source.annotations.getDefaultQuery?.()).toEqual({ queryType: 'activity' });
    expect(source.variables?.getDefaultQuery?.()).toEqual({ queryType: 'names' });
    expect(source.workspaceNames).toEqual(['contoso-grafana']);
  });
});
