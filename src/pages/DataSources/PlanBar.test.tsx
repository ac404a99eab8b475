import { screen } from '@testing-library/react';
import { queryClient } from '../../data/queryClient';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { FakeGrafana, influxSource } from '../../test/fakeGrafana';
import { renderFillIn } from '../../test/renderFillIn';

describe('an endpoint that is not ready yet', () => {
  const pending = sampleEndpoint({ connectionState: 'Pending' });

  it('keeps the choice, writes nothing, and offers it when it is ready', async () => {
    const grafana = new FakeGrafana(influxSource('a'), influxSource('b'));
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
    const grafana = new FakeGrafana(influxSource('a', { url: 'old.example:8086' }));
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
