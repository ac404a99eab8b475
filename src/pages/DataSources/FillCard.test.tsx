import { screen } from '@testing-library/react';
import { queryClient } from '../../data/queryClient';
import { sampleEndpoint, sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { FakeGrafana, filledUrl, influxSource } from '../../test/fakeGrafana';
import { answers } from '../../test/handlers';
import { targetAnswer } from '../../test/renderCreate';
import { renderFillIn } from '../../test/renderFillIn';
import { server } from '../../test/server';

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
    const grafana = new FakeGrafana(influxSource('a', fields));
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
    const { card } = await renderFillIn(new FakeGrafana(influxSource('a', { readOnly: true })), undefined, '?uid=a');
    expect(await card('a').findByLabelText('provisioning lines')).toHaveTextContent(`url: "${filledUrl}"`);
  });

  it('shows no secret of a provisioned one, nowhere on the page', async () => {
    const url = 'http://kim:hunter2@old.example:8086/api?token=hunter3';
    const { card } = await renderFillIn(
      new FakeGrafana(influxSource('a', { readOnly: true, url })),
      undefined,
      '?uid=a'
    );
    expect(await card('a').findByLabelText('provisioning lines')).toHaveTextContent(/A secret is hidden here/);
    expect(document.body.innerHTML).not.toMatch(/hunter/);
  });

  it('one with a number that JavaScript would change', async () => {
    const grafana = new FakeGrafana(influxSource('a'));
    grafana.rawExtra = '"big":12345678901234567890';
    const { card } = await renderFillIn(grafana, undefined, '?uid=a');
    expect(await card('a').findByText('big: 12345678901234567890')).toBeVisible();
    expect(card('a').getByText('influx.internal.contoso.com', { selector: 'dd *' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
  });

  it('one that the user may not change: everything is shown, and what is missing', async () => {
    const grafana = new FakeGrafana(influxSource('a'));
    grafana.forbidden.add('a');
    const { card } = await renderFillIn(grafana, undefined, '?uid=a');
    expect(await card('a').findByText(/You don’t have permission to change this data source/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update 1/ })).not.toBeInTheDocument();
  });

  it('one without a version, since nobody could tell whether someone else was faster', async () => {
    const grafana = new FakeGrafana(influxSource('a', { version: 0 }));
    const { card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
    await apply();
    expect(await card('a').findByText(/returned no version/)).toBeVisible();
    expect(grafana.count('PUT')).toBe(0);
  });

  it('one that vanished before it was read', async () => {
    const grafana = new FakeGrafana(influxSource('a'));
    const { card } = await renderFillIn(grafana, undefined, '?uid=b');
    expect(await card('b').findByText('This data source no longer exists.')).toBeVisible();
  });
});

describe('which host', () => {
  it('asks for one below a wildcard, and takes no other', async () => {
    const grafana = new FakeGrafana(influxSource('a'));
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
    const grafana = new FakeGrafana(influxSource('a', { url: 'https://old.example' }));
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
    const grafana = new FakeGrafana(influxSource('a', { url: 'old.example:8086' }));
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
    const grafana = new FakeGrafana(influxSource('a', { type: 'mssql', url: 'orders-fog.database.windows.net:1433' }));
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
      influxSource('a', { type: 'mssql', url: 'old:1433', jsonData: { encrypt: 'disable' } }),
      influxSource('b', { url: 'http://old:1', access: 'direct' })
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
