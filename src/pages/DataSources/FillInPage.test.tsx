import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { FakeGrafana, filledUrl, influxSource } from '../../test/fakeGrafana';
import { settingsStore } from '../../test/handlers';
import { renderFillIn } from '../../test/renderFillIn';
import { server } from '../../test/server';

describe('filling in', () => {
  it('suggests what fits best, says why, and finds the others', async () => {
    const { user } = await renderFillIn(
      new FakeGrafana(
        influxSource('other'),
        influxSource('influx sensors'),
        influxSource('over', { url: 'http://influx.internal.contoso.com' }),
        influxSource('sql', { type: 'mssql' })
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
    await renderFillIn(
      new FakeGrafana(influxSource('other'), influxSource('over', { url: 'http://influx.internal.contoso.com' }))
    );
    expect(screen.getByRole('checkbox', { name: /^other / })).toBeVisible();
  });

  it('says which other endpoint is no longer used', async () => {
    const grafana = new FakeGrafana(influxSource('a', { url: 'http://loki.internal.contoso.com' }));
    const loki = sampleEndpoint({ name: 'loki', domainName: 'loki.internal.contoso.com', privateIp: '10.0.0.9' });
    const { card, user } = await renderFillIn(grafana, sampleEndpoint(), '?uid=a', [loki]);
    expect(await card('a').findByText('Stops using loki.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Update 1 data source' }));
    expect(within(await screen.findByRole('dialog')).getByText(/Stops using loki\./)).toBeVisible();
  });

  it('says that a chosen data source is still loading, until it can be updated', async () => {
    const { user } = await renderFillIn(new FakeGrafana(influxSource('influx')));
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    server.use(
      http.get('*/api/datasources/uid/:uid', async () => {
        await asked;
      })
    );
    await user.click(screen.getByRole('checkbox', { name: /^influx / }));
    await user.click(screen.getByRole('button', { name: 'Update data sources' }));
    expect(screen.getByText('The selected data sources are still loading. Try again in a moment.')).toBeVisible();
    answer();
    expect(await screen.findByRole('button', { name: 'Update 1 data source' })).toBeVisible();
    expect(screen.queryByText(/still loading|None of the selected/)).not.toBeInTheDocument();
  });

  it('restores all that was just changed with one click, where a test fails', async () => {
    const grafana = new FakeGrafana(influxSource('a'), influxSource('b'), influxSource('c'));
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
    expect(['a', 'b', 'c'].map((uid) => grafana.source(uid).url)).toEqual([
      influxSource('a').url,
      influxSource('b').url,
      filledUrl,
    ]);
    expect(screen.getByText('1 updated. Test passed')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Restore/ })).not.toBeInTheDocument();
  });

  it('keeps a name that an admin confirms for the target', async () => {
    const grafana = new FakeGrafana(influxSource('a', { url: 'http://metrics.contoso.com:8086' }));
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
      influxSource('ip', { url: 'http://10.1.2.3:8086' }),
      influxSource('loki', { url: 'http://loki.internal.contoso.com' })
    );
    const { card } = await renderFillIn(grafana, undefined, '?uid=ip&uid=loki', [loki]);
    expect(await card('ip').findByLabelText('Change of url')).toBeVisible();
    expect(await card('loki').findByText('Stops using loki.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Confirm/ })).not.toBeInTheDocument();
  });

  it('offers nothing to press where nothing has to change', async () => {
    await renderFillIn(new FakeGrafana(influxSource('over', { url: 'http://influx.internal.contoso.com' })));
    expect(screen.getByText(/^No changes needed\. See/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Update/ })).not.toBeInTheDocument();
  });

  it('shows before and after, asks with the credentials named, writes that field alone, and checks health at once', async () => {
    const grafana = new FakeGrafana(influxSource('a'));
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
    expect(grafana.written).toEqual([{ ...influxSource('a', { url: filledUrl }), access: 'proxy', readOnly: false }]);
    // Read whole, write, health past the cache: three calls besides the list.
    expect(grafana.calls).toEqual(['LIST', 'GET a', 'PUT a', 'HEALTH a nocache=true']);
    expect(screen.getByText('1 updated. Test passed')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Restore/ })).not.toBeInTheDocument();
  });

  it('undoes, from another visit too', async () => {
    const grafana = new FakeGrafana(influxSource('a'));
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
    const grafana = new FakeGrafana(influxSource('a'));
    const { user, card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
    await apply();
    await card('a').findByText('Test successful');
    grafana.change('a', { jsonData: {} });
    await user.click(card('a').getByRole('button', { name: 'Undo the change to a' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo' }));
    expect(await card('a').findByText(/Couldn’t undo the change\. This data source was edited since/)).toBeVisible();
    expect(grafana.source('a').url).toBe(filledUrl);
    await user.click(card('a').getByRole('button', { name: 'Dismiss (keep the change to a)' }));
    expect(card('a').queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
  });

  it('reads again after a conflict, shows what changed, and writes only when asked again', async () => {
    const grafana = new FakeGrafana(influxSource('a'));
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
    const grafana = new FakeGrafana(
      influxSource('a'),
      influxSource('gone'),
      influxSource('locked'),
      influxSource('lost'),
      influxSource('z')
    );
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
