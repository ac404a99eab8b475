import { waitFor } from '@testing-library/react';
import { type Activity } from '../domain/activity';
import { answers, fails } from '../test/handlers';
import { renderHook } from '../test/renderHook';
import { server } from '../test/server';
import { useActivity } from './useActivity';

const change = (what: Activity['what'], endpoint?: string): Activity => ({
  what,
  endpoint,
  outcome: 'succeeded',
  time: '2026-11-20T12:00:00Z',
  endedAt: '2026-11-20T12:01:00Z',
  who: 'kim@contoso.com',
  own: false,
  reason: '',
  correlationId: 'c1',
});

const log = {
  changes: [change('refreshed'), change('created', 'influx'), change('deleted', 'orders-sql')],
  since: '2026-09-01T12:00:00Z',
  complete: true,
};

it('tells of all endpoints, or of one and what concerns it', async () => {
  server.use(answers('GET /activity', log));
  const { result, rerender } = renderHook(({ name }) => useActivity(name), { name: 'influx' as string | undefined });
  const seen = () => result.current.activity?.map(({ what }) => what);
  expect(result.current).toMatchObject({ activity: undefined, isPending: true });
  rerender({ name: undefined });
  await waitFor(() => expect(seen()).toEqual(['refreshed', 'created', 'deleted']));
  expect(result.current).toMatchObject({ since: log.since, complete: true, isPending: false, error: null });
  rerender({ name: 'INFLUX' });
  expect(seen()).toEqual(['refreshed', 'created']);
});

it('says why there is nothing to tell', async () => {
  server.use(fails('GET /activity', 403, { code: 'azure_forbidden', message: 'The identity may not.' }));
  const { result } = renderHook(() => useActivity());
  await waitFor(() => expect(result.current.error?.failure.code).toBe('azure_forbidden'));
  expect(result.current).toMatchObject({ activity: undefined, isPending: false, complete: false });
});
