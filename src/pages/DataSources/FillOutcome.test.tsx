import { FakeGrafana, influxSource } from '../../test/fakeGrafana';
import { renderFillIn } from '../../test/renderFillIn';

it('tells health in plain words, with the raw text one click away', async () => {
  const grafana = new FakeGrafana(influxSource('a'));
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
  const grafana = new FakeGrafana(influxSource('a'));
  const message = 'Post "http://influx": dial tcp: lookup other.contoso.com: no such host';
  grafana.health.set('a', { status: 400, body: { status: 'ERROR', message } });
  const { card, apply } = await renderFillIn(grafana, undefined, '?uid=a');
  await apply();
  expect(await card('a').findByText(/isn’t the host in the URL/)).toBeVisible();
});
