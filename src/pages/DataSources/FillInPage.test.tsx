import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { queryClient } from '../../data/queryClient';
import { sampleEndpoint, sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { FakeGrafana } from '../../test/fakeGrafana';
import { answers, settingsStore } from '../../test/handlers';
import { targetAnswer } from '../../test/renderCreate';
import { renderFillIn } from '../../test/renderFillIn';
import { server } from '../../test/server';

const NEW = 'http://influx.internal.contoso.com:8086/api';
const source = (uid: string, fields = {}) => ({
  uid,
  name: uid,
  type: 'influxdb',
  url: 'http://old.example:8086/api',
  basicAuth: true,
  jsonData: { version: 'Flux', odd: { deep: [1, null, 'x'] } },
  secureJsonFields: { token: true },
  version: 3,
  typeLogoUrl: '',
  ...fields,
});

describe('filling in', () => {
  it('suggests what fits best, says why, and finds the others', async () => {
    const { user } = await renderFillIn(
      new FakeGrafana(
        source('other'),
        source('influx sensors'),
        source('over', { url: 'http://influx.internal.contoso.com' }),
        source('sql', { type: 'mssql' })
      )
    );
    const rows = (label: string) => within(screen.getByRole('list', { name: label })).getAllByRole('listitem');
    const [over, similar] = rows('Suggested data sources');
    expect(over).toHaveTextContent(/^over .*Already uses this endpoint/);
    expect(within(over!).queryByRole('checkbox')).not.toBeInTheDocument();
    expect(similar).toHaveTextContent(/^influx sensors .*Similar name: "influx"/);
    expect(screen.queryByRole('textbox', { name: 'Search data sources' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Other data sources: 2' }));
    const [other, sql] = rows('Other data sources');
    expect(other).toHaveTextContent(/^other .*Unknown whether this endpoint reaches it/);
    expect(sql).toHaveTextContent(/^sql/);
    await user.type(screen.getByRole('textbox', { name: 'Search data sources' }), 'oth');
    expect(rows('Other data sources')).toHaveLength(1);
  });

  it('opens the others at once where nothing is suggested that can be chosen', async () => {
    await renderFillIn(new FakeGrafana(source('other'), source('over', { url: 'http://influx.internal.contoso.com' })));
    expect(screen.getByRole('checkbox', { name: /^other / })).toBeVisible();
  });

  it('says which other endpoint is no longer used', async () => {
    const grafana = new FakeGrafana(source('a', { url: 'http://loki.internal.contoso.com' }));
    const loki = sampleEndpoint({ name: 'loki', domainName: 'loki.internal.contoso.com', privateIp: '10.0.0.9' });
    const { card, user } = await renderFillIn(grafana, sampleEndpoint(), '?uid=a', [loki]);
    expect(await card('a').findByText('Stops using loki.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Update 1 data source' }));
    expect(within(await screen.findByRole('dialog')).getByText(/Stops using loki\./)).toBeVisible();
  });

  it('restores all that was just changed with one click, where a test fails', async () => {
    const grafana = new FakeGrafana(source('a'), source('b'), source('c'));
    grafana.health.set('b', { status: 400, body: { status: 'ERROR', message: 'no such host' } });
    const { apply, user } = await renderFillIn(grafana, undefined, '?uid=a&uid=b&uid=c');
    await apply();
    expect(await screen.findByText('3 updated. Tests: 2 passed, 1 failed')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Done' })).toHaveAttribute(
      'href',
      expect.stringMatching(/endpoints\/influx$/)
    );
    grafana.change('c', { user: 'kim' });
    await user.click(screen.getByRole('button', { name: 'Restore 3 previous URLs' }));
    expect(await screen.findByText(/^Couldn’t restore c\. This data source was edited since/)).toBeVisible();
    expect(['a', 'b', 'c'].map((uid) => grafana.source(uid).url)).toEqual([source('a').url, source('b').url, NEW]);
    expect(screen.getByText('1 updated. Test passed')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Restore/ })).not.toBeInTheDocument();
  });

  it('keeps a name that an admin confirms for the target', async () => {
    const grafana = new FakeGrafana(source('a', { url: 'http://metrics.contoso.com:8086' }));
    const stored = { enabled: true, pinned: true, jsonData: {}, secrets: [] };
    server.use(...settingsStore(stored));
    const { card, user } = await renderFillIn(grafana, undefined, '?uid=a');
    const confirm = { name: 'Confirm that metrics.contoso.com leads to influx-pls' };
    await user.click(await card('a').findByRole('button', confirm));
    expect(
      await card('a').findByText('An admin confirmed that the host leads to influx-pls. The URL stays as it is.')
    ).toBeVisible();
    expect(card('a').queryByLabelText('Change of url')).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('region', { name: 'a' })).toHaveFocus());
    expect(stored.jsonData).toMatchObject({ confirmedHosts: [{ host: 'metrics.contoso.com' }] });
    expect(grafana.count('PUT')).toBe(0);
  });

  it('doesn’t confirm an IP address, or the name of another endpoint', async () => {
    const loki = sampleEndpoint({ name: 'loki', domainName: 'loki.internal.contoso.com', privateIp: '10.0.0.9' });
    const grafana = new FakeGrafana(
      source('ip', { url: 'http://10.1.2.3:8086' }),
      source('loki', { url: 'http://loki.internal.contoso.com' })
    );
    const { card } = await renderFillIn(grafana, undefined, '?uid=ip&uid=loki', [loki]);
    expect(await card('ip').findByLabelText('Change of url')).toBeVisible();
    expect(await card('loki').findByText('Stops using loki.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Confirm/ })).not.toBeInTheDocument();
  });

  it('offers nothing to press where nothing has to change', async () => {
    await renderFillIn(new FakeGrafana(source('over', { url: 'http://influx.internal.contoso.com' })));
    expect(screen.getByText(/^No changes needed\. See/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update/ })).not.toBeInTheDocument();
  });

  it('shows before and after, asks with the credentials named, writes that field alone, and checks health at once', async () => {
    const grafana = new FakeGrafana(source('a'));
    const { user, card, apply } = await renderFillIn(grafana);
    await user.click(screen.getByRole('checkbox', { name: /^a / }));
    const change = within(await screen.findByLabelText('Change of url'));
    expect(change.getByText('old.example')).toBeVisible();
    expect(change.getByText('influx.internal.contoso.com')).toBeVisible();
    expect(
      card('a').getByText(/stored credentials .* sent to influx\.internal\.contoso\.com instead of old\.example/)
    ).toBeVisible();
    await apply('Update 1 data source');
    expect(await card('a').findByText(/URL updated/)).toBeVisible();
    expect(await card('a').findByText('Test successful')).toBeVisible();
    expect(grafana.written).toEqual([{ ...source('a', { url: NEW }), access: 'proxy', readOnly: false }]);
    // Read whole, write, health past the cache: three calls besides the list.
    expect(grafana.calls).toEqual(['LIST', 'GET a', 'PUT a', 'HEALTH a nocache=true']);
    expect(screen.getByText('1 updated. Test passed')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Restore/ })).not.toBeInTheDocument();
  });

  it('undoes, from another visit too', async () => {
    const grafana = new FakeGrafana(source('a'));
    const first = await renderFillIn(grafana, undefined, '?uid=a');
    await first.apply();
    await first.card('a').findByText('Test successful');
    first.unmount();
    const { user } = await renderFillIn(grafana);
    expect(screen.queryByText(/URL updated/)).not.toBeInTheDocument();
    expect(window.localStorage.length).toBeGreaterThan(0);
    expect(Object.values(window.localStorage).join()).not.toContain('/api');
    await user.click(screen.getByRole('button', { name: 'Recent updates in this browser: 1' }));
    await user.click(screen.getByRole('button', { name: 'Undo the change to a' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('a uses its previous host again: old.example.')).toBeVisible();
    await waitFor(() => expect(grafana.source('a').url).toBe('http://old.example:8086/api'));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument());
  });

  it('refuses to undo what someone changed since, and says so', async () => {
    const grafana = new FakeGrafana(source('a'));
    const { user, card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
    await apply();
    await card('a').findByText('Test successful');
    grafana.change('a', { jsonData: {} });
    await user.click(card('a').getByRole('button', { name: 'Undo the change to a' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo' }));
    expect(await card('a').findByText(/Couldn’t undo the change\. This data source was edited since/)).toBeVisible();
    expect(grafana.source('a').url).toBe(NEW);
    await user.click(card('a').getByRole('button', { name: 'Dismiss (keep the change to a)' }));
    expect(card('a').queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
  });

  it('reads again after a conflict, shows what changed, and writes only when asked again', async () => {
    const grafana = new FakeGrafana(source('a'));
    grafana.beforeWrite = (uid) => {
      grafana.beforeWrite = () => undefined;
      grafana.change(uid, { url: 'http://theirs.example:9999', user: 'kim' });
    };
    const { card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
    await apply();
    expect(await card('a').findByText(/a was edited in the meantime and wasn’t changed/)).toBeVisible();
    expect(card('a').getByText('url: http://old.example:8086/api → http://theirs.example:9999')).toBeVisible();
    expect(card('a').getByText('user: nothing → kim')).toBeVisible();
    expect(card('a').getByText('theirs.example')).toBeVisible();
    expect(grafana.written).toEqual([]);
    await apply();
    expect(await card('a').findByText(/URL updated/)).toBeVisible();
    expect(grafana.source('a')).toMatchObject({ url: 'http://influx.internal.contoso.com:9999', user: 'kim' });
  });

  it('goes on when one of a batch fails, and tells each its own', async () => {
    const grafana = new FakeGrafana(source('a'), source('gone'), source('locked'), source('lost'), source('z'));
    const { card, apply, user } = await renderFillIn(grafana, undefined, '?uid=a&uid=gone&uid=locked&uid=lost&uid=z');
    await screen.findByRole('button', { name: 'Update 5 data sources' });
    grafana.sources.delete('gone');
    grafana.forbidden.add('locked');
    server.use(http.put('*/api/datasources/uid/lost', () => HttpResponse.error(), { once: true }));
    await apply();
    expect(await screen.findByText(/^2 updated, 3 not changed/)).toBeVisible();
    expect(card('a').getByText(/URL updated/)).toBeVisible();
    expect(card('gone').getByText('This data source no longer exists.')).toBeVisible();
    expect(
      card('locked').getByText('You don’t have permission to do this with data sources in this Grafana.')
    ).toBeVisible();
    await user.click(card('locked').getByRole('button', { name: 'Details' }));
    expect(card('locked').getByText(/datasources:write/)).toBeVisible();
    expect(card('lost').getByText('Grafana didn’t respond.')).toBeVisible();
    expect(await card('z').findByText('Test successful')).toBeVisible();
    // What failed can be tried again, what is written isn't written twice.
    await apply('Update 3 data sources');
    expect(await card('lost').findByText(/URL updated/)).toBeVisible();
    expect(grafana.calls.filter((call) => call === 'PUT a')).toHaveLength(1);
  });
});

describe('what is not written', () => {
  const cases: Array<[string, object, RegExp]> = [
    ['a provisioned one: the lines to paste', { readOnly: true }, /provisioning file/],
    [
      'a type whose field isn’t known for sure',
      { type: 'grafana-astradb-datasource', jsonData: { uri: 'old.example:1' } },
      /can’t write the address/,
    ],
  ];
  it.each(cases)('%s', async (_, fields, message) => {
    const grafana = new FakeGrafana(source('a', fields));
    const strange = sampleEndpoint({
      targetId: `${sampleEndpoint().targetId.replace('privateLinkServices', 'teleporters')}`,
    });
    const { user, card } = await renderFillIn(grafana, strange, '?uid=a');
    expect(await card('a').findByText(message)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Update data sources' }));
    expect(
      screen.getByText('None of the selected data sources can be updated yet. See the reasons above.')
    ).toBeVisible();
    expect(grafana.count('PUT')).toBe(0);
  });

  it('shows the YAML of a provisioned one', async () => {
    const { card } = await renderFillIn(new FakeGrafana(source('a', { readOnly: true })), undefined, '?uid=a');
    expect(await card('a').findByLabelText('provisioning lines')).toHaveTextContent(`url: "${NEW}"`);
  });

  it('shows no secret of a provisioned one, nowhere on the page', async () => {
    const url = 'http://kim:hunter2@old.example:8086/api?token=hunter3';
    const { card } = await renderFillIn(new FakeGrafana(source('a', { readOnly: true, url })), undefined, '?uid=a');
    expect(await card('a').findByLabelText('provisioning lines')).toHaveTextContent(/A secret is hidden here/);
    expect(document.body.innerHTML).not.toMatch(/hunter/);
  });

  it('one with a number that JavaScript would change', async () => {
    const grafana = new FakeGrafana(source('a'));
    grafana.rawExtra = '"big":12345678901234567890';
    const { card } = await renderFillIn(grafana, undefined, '?uid=a');
    expect(await card('a').findByText('big: 12345678901234567890')).toBeVisible();
    expect(card('a').getByText('influx.internal.contoso.com', { selector: 'dd *' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
  });

  it('one that the user may not change: everything is shown, and what is missing', async () => {
    const grafana = new FakeGrafana(source('a'));
    grafana.forbidden.add('a');
    const { card } = await renderFillIn(grafana, undefined, '?uid=a');
    expect(await card('a').findByText(/You don’t have permission to change this data source/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
  });

  it('one without a version, since nobody could tell whether someone else was faster', async () => {
    const grafana = new FakeGrafana(source('a', { version: 0 }));
    const { card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
    await apply();
    expect(await card('a').findByText(/returned no version/)).toBeVisible();
    expect(grafana.count('PUT')).toBe(0);
  });

  it('one that vanished before it was read', async () => {
    const grafana = new FakeGrafana(source('a'));
    const { card } = await renderFillIn(grafana, undefined, '?uid=b');
    expect(await card('b').findByText('This data source no longer exists.')).toBeVisible();
  });
});

describe('which host', () => {
  it('asks for one below a wildcard, and takes no other', async () => {
    const grafana = new FakeGrafana(source('a'));
    const wildcard = sampleEndpoint({ domainName: '*.plant7.contoso.com' });
    const { user, card, apply } = await renderFillIn(grafana, wildcard, '?uid=a');
    const field = await card('a').findByRole('textbox');
    await user.type(field, 'influx.plant8.contoso.com');
    expect(card('a').getByText(/doesn't use this endpoint/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
    await user.clear(field);
    await user.type(field, 'influx.plant7.contoso.com');
    await apply();
    await card('a').findByText(/URL updated/);
    expect(grafana.source('a').url).toBe('http://influx.plant7.contoso.com:8086/api');
  });

  it('does not write the IP with TLS, and says what to use instead', async () => {
    const grafana = new FakeGrafana(source('a', { url: 'https://old.example' }));
    const { user, card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
    await user.click(await card('a').findByRole('radio', { name: 'Private IP' }));
    expect(card('a').getByText(/certificates are issued for names.* Use influx.internal.contoso.com/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
    await user.click(card('a').getByRole('radio', { name: 'Domain name' }));
    await apply();
    await card('a').findByText(/URL updated/);
    expect(grafana.source('a').url).toBe('https://influx.internal.contoso.com');
  });

  it('adds a scheme where there is none, and takes another port', async () => {
    const grafana = new FakeGrafana(source('a', { url: 'old.example:8086' }));
    const { user, card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
    expect(await card('a').findByText(/The URL has no scheme, so http:\/\/ is added/)).toBeVisible();
    await user.click(card('a').getByRole('radio', { name: 'https' }));
    await user.type(card('a').getByRole('textbox', { name: /^Port/ }), '99999');
    expect(card('a').getByText('Enter a port from 1 to 65535')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
    await user.clear(card('a').getByRole('textbox', { name: /^Port/ }));
    await user.type(card('a').getByRole('textbox', { name: /^Port/ }), '9443');
    await apply();
    await card('a').findByText(/URL updated/);
    expect(grafana.source('a').url).toBe('https://influx.internal.contoso.com:9443');
  });

  it('does not replace what may be another name of the target, unless asked to', async () => {
    const grafana = new FakeGrafana(source('a', { type: 'mssql', url: 'orders-fog.database.windows.net:1433' }));
    server.use(answers('GET /target', targetAnswer()));
    const { user, card, apply } = await renderFillIn(
      grafana,
      sampleEndpoint({
        targetId: sampleTargetId('Microsoft.Sql/servers', 'orders-weu'),
        domainName: '',
        privateIp: '',
      }),
      '?uid=a'
    );
    expect(await card('a').findByText(/may be a failover group listener or a DNS alias/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
    await user.click(card('a').getByRole('button', { name: 'Use orders-weu.database.windows.net' }));
    await apply();
    await card('a').findByText(/URL updated/);
    expect(grafana.source('a').url).toBe('orders-weu.database.windows.net:1433');
  });

  it('does not write what the target refuses for sure', async () => {
    server.use(answers('GET /target', targetAnswer()));
    const grafana = new FakeGrafana(
      source('a', { type: 'mssql', url: 'old:1433', jsonData: { encrypt: 'disable' } }),
      source('b', { url: 'http://old:1', access: 'direct' })
    );
    const sql = sampleEndpoint({ targetId: sampleTargetId('Microsoft.Sql/servers', 'orders'), domainName: '' });
    const first = await renderFillIn(grafana, sql, '?uid=a');
    expect(await first.card('a').findByText(/Azure SQL server requires TLS/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
    first.unmount();
    queryClient.clear();
    const { card } = await renderFillIn(grafana, undefined, '?uid=b');
    expect(await card('b').findByText(/uses browser access/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
  });
});

describe('an endpoint that is not ready yet', () => {
  const pending = sampleEndpoint({ connectionState: 'Pending' });

  it('keeps the choice, writes nothing, and offers it when it is ready', async () => {
    const grafana = new FakeGrafana(source('a'), source('b'));
    const first = await renderFillIn(grafana, pending);
    await first.user.click(screen.getByRole('button', { name: 'Plan update' }));
    expect(screen.getByText('Select a data source first.')).toBeVisible();
    await first.user.click(screen.getByRole('checkbox', { name: /^a / }));
    expect(await first.card('a').findByText(/isn't ready yet/)).toBeVisible();
    await first.user.click(screen.getByRole('button', { name: 'Plan update' }));
    expect(screen.getByText(/Kept in this browser: a\./)).toBeVisible();
    first.unmount();
    expect(grafana.count('PUT')).toBe(0);

    queryClient.clear();
    const { card, apply } = await renderFillIn(grafana, sampleEndpoint());
    expect(await card('a').findByText('old.example')).toBeVisible();
    await apply('Update 1 data source');
    await card('a').findByText(/URL updated/);
    expect(Object.keys(window.localStorage).filter((key) => key.includes(':planned~'))).toEqual([]);
  });

  it('keeps scheme and port of the plan too', async () => {
    const grafana = new FakeGrafana(source('a', { url: 'old.example:8086' }));
    const first = await renderFillIn(grafana, pending, '?uid=a');
    await first.user.click(await first.card('a').findByRole('radio', { name: 'https' }));
    await first.user.type(first.card('a').getByRole('textbox', { name: /^Port/ }), '9443');
    await first.user.click(screen.getByRole('button', { name: 'Plan update' }));
    first.unmount();
    queryClient.clear();
    const { card, apply } = await renderFillIn(grafana, sampleEndpoint());
    await card('a').findByText(/The URL has no scheme/);
    await apply('Update 1 data source');
    await card('a').findByText(/URL updated/);
    expect(grafana.source('a').url).toBe('https://influx.internal.contoso.com:9443');
  });
});

it('tells health in plain words, with the raw text one click away', async () => {
  const grafana = new FakeGrafana(source('a'));
  const raw = 'Post "http://influx": dial tcp: lookup influx.internal.contoso.com: no such host';
  grafana.health.set('a', { status: 400, body: { status: 'ERROR', message: raw } });
  const { user, card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
  await apply();
  expect(await card('a').findByText('Failed: name resolution')).toBeVisible();
  expect(card('a').getByText(raw)).not.toBeVisible();
  await user.click(card('a').getByRole('button', { name: 'Response' }));
  expect(card('a').getByText(raw)).toBeVisible();
  expect(card('a').getByRole('link', { name: 'Test connection' })).toHaveAttribute(
    'href',
    expect.stringContaining('check?uid=a')
  );
});

it('tells when the name that fails isn’t the one just filled in', async () => {
  const grafana = new FakeGrafana(source('a'));
  const message = 'Post "http://influx": dial tcp: lookup other.contoso.com: no such host';
  grafana.health.set('a', { status: 400, body: { status: 'ERROR', message } });
  const { card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
  await apply();
  expect(await card('a').findByText(/isn’t the host in the URL/)).toBeVisible();
});
