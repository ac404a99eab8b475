import { locationService } from '@grafana/runtime';
import { act, screen, waitFor, within } from '@testing-library/react';
import { queryClient } from '../../data/queryClient';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { demoWorkspace, INFLUX, ORDERS } from '../../test/fixtures';
import { answers, fails, hangs } from '../../test/handlers';
import { requestsSeen, server } from '../../test/server';
import { badge, noteToasts, openEndpoint, panel, state } from '../../test/renderEndpoint';

const SENSORS = { uid: 'sensors', name: 'Sensors', type: 'influxdb', url: 'http://influx.internal.contoso.com' };

let toasts: string[][] = [];
beforeEach(() => {
  toasts = noteToasts();
});
afterEach(() => jest.restoreAllMocks());

describe('deleting', () => {
  it('asks for the name where something may depend on it, follows the operation and offers to create it again', async () => {
    const { azure, user } = openEndpoint(INFLUX);
    server.use(hangs('GET /datasources'));
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete influx' }));
    expect(dialog.getByText(/It isn’t known which ones/)).toBeVisible();
    const field = dialog.getByRole('textbox', { name: 'Type influx to confirm' });
    expect(field).toHaveFocus();
    await user.keyboard('influ{Enter}');
    expect(dialog.getByText('Type influx to delete it')).toBeVisible();
    expect(field).toHaveFocus();
    expect(azure.count('DELETE')).toBe(0);
    await user.keyboard('x{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(azure.count('DELETE')).toBe(1);
    azure.finish();
    expect(await screen.findByText('influx is deleted', {}, { timeout: 8_000 })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Create again with the same details' })).toHaveAttribute(
      'href',
      '/a/azure-privateendpoints-app/new?from=influx'
    );
    expect(Object.keys(localStorage).some((key) => key.includes('draft~from-influx'))).toBe(true);
    await waitFor(() => expect(toasts).toEqual([['alert-success', 'influx deleted']]));
  }, 40_000);

  it('is sent also where the workspace can not be read, as are all other changes', async () => {
    const { azure, user } = openEndpoint(INFLUX, () =>
      server.use(fails('GET /workspace', 403, { code: 'azure_forbidden', message: 'No permission.' }))
    );
    await user.click((await state()).getByRole('button', { name: 'Edit tags' }));
    await user.click(screen.getByRole('button', { name: 'Save tags' }));
    await waitFor(() => expect(azure.count('PATCH')).toBe(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.click((await state()).getByRole('button', { name: 'Edit domain name' }));
    await user.type(screen.getByRole('textbox', { name: /Domain name/ }), '.cn');
    await user.click(screen.getByRole('button', { name: 'Change domain name' }));
    await waitFor(() => expect(azure.count('PATCH')).toBe(2));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.click((await state()).getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(azure.count('POST /refresh')).toBe(1));
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.type(screen.getByRole('textbox'), 'influx{Enter}');
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
  }, 40_000);

  it('never hits an endpoint that someone created anew while the dialog was open', async () => {
    const { azure, user } = openEndpoint(ORDERS);
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    const another = { ...ORDERS, createdAt: new Date().toISOString() };
    azure.endpoints.set('orders-sql', another);
    await act(() => queryClient.invalidateQueries());
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    const alert = await screen.findByRole('alert', { name: 'Couldn’t delete orders-sql' });
    expect(alert).toHaveTextContent('The endpoint orders-sql was replaced by another one at');
    expect(azure.endpoints.get('orders-sql')).toBe(another);
  });

  it('lists the data sources that break, and asks for the name', async () => {
    server.use(
      answers('GET /datasources', { dataSources: [SENSORS] }),
      answers('GET /dependents', { dashboards: 3, alertRules: null })
    );
    const { user } = openEndpoint(INFLUX);
    await (await panel('Used by')).findByRole('link', { name: 'Sensors' });
    expect(requestsSeen().some(({ path }) => path.endsWith('/dependents'))).toBe(false);
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete influx' }));
    expect(dialog.getByText('1 data source will stop working:')).toBeVisible();
    expect(await dialog.findByText(/^At least 3 dashboards will be affected\. It isn’t known/)).toBeVisible();
    expect(dialog.getByRole('link', { name: 'Sensors' })).toHaveAttribute(
      'href',
      `${demoWorkspace.endpoint}/connections/datasources/edit/sensors`
    );
    expect(dialog.getByRole('textbox', { name: 'Type influx to confirm' })).toBeVisible();
  });

  it('doesn’t say that anything stops working where nothing works', async () => {
    server.use(answers('GET /datasources', { dataSources: [SENSORS] }));
    const { user } = openEndpoint({ ...INFLUX, connectionState: 'Rejected' });
    await (await panel('Used by')).findByRole('link', { name: 'Sensors' });
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete influx' }));
    expect(dialog.getByText('1 data source depends on it:')).toBeVisible();
    expect(dialog.getByRole('link', { name: 'Sensors' })).toBeVisible();
    expect(dialog.queryByText(/stop working/)).not.toBeInTheDocument();
  });

  it('gives the focus back when it is called off', async () => {
    const { azure, user } = openEndpoint(ORDERS);
    const opener = (await state()).getByRole('button', { name: 'Delete' });
    await user.click(opener);
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(opener).toHaveFocus();
    await user.click((await state()).getByRole('button', { name: 'Edit tags' }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect((await state()).getByRole('button', { name: 'Edit tags' })).toHaveFocus();
    expect(azure.count('DELETE')).toBe(0);
  });

  it('leaves nothing to change while it runs', async () => {
    openEndpoint({ ...INFLUX, provisioningState: 'Deleting' });
    expect(await badge('Deleting')).toBeVisible();
    expect((await state()).queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  });

  it('only asks once where no data source is known to use it', async () => {
    const { azure, user } = openEndpoint(INFLUX);
    await (await panel('Used by')).findByText('No data sources use this endpoint.');
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    expect(screen.getByText('No data sources use influx.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
  });

  it('only asks once where nothing can depend on it', async () => {
    const { azure, user } = openEndpoint(ORDERS);
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
  });

  it('that meets a conflict waits, says for what, asks before the page is left, and can be called off', async () => {
    const failure = { code: 'azure_conflict', message: 'Another change is running.', retryAfter: 60 };
    const { azure, user } = openEndpoint(ORDERS, (one) => one.meetings.push({ status: 409, failure }));
    const block = jest.spyOn(locationService.getHistory(), 'block');
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    expect(await screen.findByText('Another change to the workspace is in progress.')).toBeVisible();
    expect(screen.getByText(/^Next try in (60|59|58) seconds\.$/)).toBeVisible();
    const [ask] = block.mock.lastCall as [(to: { pathname: string }) => string | undefined];
    expect(ask({ pathname: '/elsewhere' })).toContain('it won’t be sent');
    expect(ask(locationService.getLocation())).toBeUndefined();
    const unload = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(unload);
    expect(unload.defaultPrevented).toBe(true);

    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const later = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
    expect(azure.count('DELETE')).toBe(1);
    expect(toasts).toEqual([]);
  }, 40_000);

  it('that is refused says why where it was asked for, and once elsewhere when the page was left', async () => {
    const refused = {
      status: 403,
      failure: { code: 'azure_forbidden', message: 'No permission.', hint: 'Assign it.' },
    };
    const { azure, user, unmount } = openEndpoint(ORDERS, (one) => one.meetings.push(refused, refused));
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    expect(await screen.findByRole('alert', { name: 'Couldn’t delete orders-sql' })).toHaveTextContent('Assign it.');
    expect(toasts).toEqual([]);
    const goOn = azure.hold();
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    await waitFor(() => expect(azure.count('DELETE')).toBe(2));
    unmount();
    goOn();
    await waitFor(() =>
      expect(toasts).toEqual([['alert-error', 'Couldn’t delete orders-sql', 'No permission. Assign it.']])
    );
  });

  it('goes out after another change that was begun before', async () => {
    const { azure, user } = openEndpoint(ORDERS);
    const goOn = azure.hold();
    await user.click((await state()).getByRole('button', { name: 'Refresh' }));
    await user.click((await state()).getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete endpoint' }));
    expect(await screen.findByText('Another change from this page is in progress.')).toBeVisible();
    expect(azure.count('DELETE')).toBe(0);
    goOn();
    await waitFor(() => expect(azure.count('DELETE')).toBe(1));
    expect(azure.count('POST /refresh')).toBe(1);
  }, 40_000);
});

describe('changing', () => {
  it('writes the domain name, cleaned, and shows what Azure made of it', async () => {
    const { azure, user } = openEndpoint(INFLUX);
    await user.click((await state()).getByRole('button', { name: 'Edit domain name' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Domain name of influx' }));
    const field = dialog.getByRole('textbox', { name: /Domain name/ });
    await user.clear(field);
    await user.type(field, 'short.com');
    await user.click(dialog.getByRole('button', { name: 'Change domain name' }));
    expect(dialog.getByText(/at least three parts/)).toBeVisible();
    await user.clear(field);
    await user.type(field, 'https://NEW.internal.contoso.com:8086/');
    await user.click(dialog.getByRole('button', { name: 'Change domain name' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(requestsSeen().find(({ method }) => method === 'PATCH')?.body).toBe(
      `{"domainName":{"seen":"${INFLUX.domainName}","wanted":"new.internal.contoso.com"},"createdAt":"${INFLUX.createdAt}"}`
    );
    azure.finish();
    await waitFor(() => expect(toasts).toEqual([['alert-success', 'Domain name of influx updated']]));
    expect(await (await panel('Details')).findByText('new.internal.contoso.com')).toBeVisible();
  }, 40_000);

  it('warns of a domain name that another endpoint has, and not of its own', async () => {
    const { user } = openEndpoint(INFLUX, ({ endpoints }) =>
      endpoints.set('prom', sampleEndpoint({ name: 'prom', domainName: '*.prom.contoso.com' }))
    );
    await user.click((await state()).getByRole('button', { name: 'Edit domain name' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Domain name of influx' }));
    const field = dialog.getByRole('textbox', { name: /Domain name/ });
    await user.clear(field);
    await user.type(field, 'a.prom.contoso.com');
    expect(await dialog.findByText(/^The endpoint prom already has \*\.prom\.contoso\.com/)).toBeVisible();
    await user.clear(field);
    await user.type(field, INFLUX.domainName);
    expect(dialog.queryByText(/already has/)).not.toBeInTheDocument();
  });

  it('says when Azure made something else of the tags', async () => {
    const { azure, user } = openEndpoint(INFLUX);
    await user.click((await state()).getByRole('button', { name: 'Edit tags' }));
    const drawer = within(screen.getByRole('dialog'));
    await user.click(drawer.getByRole('button', { name: 'Add tag' }));
    expect(drawer.getByRole('textbox', { name: 'Name of tag 1' })).toHaveFocus();
    await user.type(drawer.getByRole('textbox', { name: 'Value of tag 1' }), 'x');
    await user.click(drawer.getByRole('button', { name: 'Save tags' }));
    expect(drawer.getByRole('alert')).toHaveTextContent('Tag 1 has a value but no name.');
    expect(drawer.getByRole('textbox', { name: 'Name of tag 1' })).toHaveFocus();
    await user.type(drawer.getByRole('textbox', { name: 'Name of tag 1' }), 'a<b');
    await user.click(drawer.getByRole('button', { name: 'Save tags' }));
    expect(drawer.getByText(/isn't allowed in tag names/)).toBeVisible();
    await user.clear(drawer.getByRole('textbox', { name: 'Name of tag 1' }));
    await user.type(drawer.getByRole('textbox', { name: 'Name of tag 1' }), 'team');
    await user.click(drawer.getByRole('button', { name: 'Save tags' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    azure.endpoints.set('influx', { ...INFLUX, tags: { team: 'y' } });
    azure.finish();
    await waitFor(() =>
      expect(toasts[0]?.slice(0, 2)).toEqual(['alert-warning', 'Couldn’t update the tags of influx'])
    );
  }, 40_000);

  it('lists the data sources whose URL has the old name, unless the new one covers it', async () => {
    const byIp = { uid: 'ip', name: 'By IP', type: 'influxdb', url: `http://${INFLUX.privateIp}` };
    server.use(answers('GET /datasources', { dataSources: [SENSORS, byIp] }));
    const { user } = openEndpoint(INFLUX);
    await user.click((await state()).getByRole('button', { name: 'Edit domain name' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(await dialog.findByText('1 data source uses the domain name.')).toBeVisible();
    const field = dialog.getByRole('textbox', { name: /^Domain name/ });
    await user.clear(field);
    expect(dialog.getByText('1 data source uses the old name and will stop working:')).toBeVisible();
    expect(dialog.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Sensors']);
    await user.type(field, '*.internal.contoso.com');
    expect(dialog.getByText(/^All data sources that use the domain name are covered/)).toBeVisible();
    expect(dialog.queryByRole('link')).not.toBeInTheDocument();
  });

  it('offers a domain name only where there can be one', async () => {
    openEndpoint(sampleEndpoint({ ...ORDERS, domainName: '' }));
    expect((await state()).queryByRole('button', { name: 'Edit domain name' })).not.toBeInTheDocument();
  });
});
