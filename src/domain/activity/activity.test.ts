import { type ActivityEvent, activityOf } from './activity';

const write = 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/write';
const refresh = 'Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString();

const event = (fields: Partial<ActivityEvent>): ActivityEvent => ({
  time: at(0),
  caller: 'kim@contoso.com',
  own: false,
  operation: write,
  endpoint: 'influx',
  status: 'Started',
  subStatus: '',
  reason: '',
  correlationId: 'c1',
  ...fields,
});

const written = (correlationId: string, minute: number, fields: Partial<ActivityEvent> = {}) => [
  event({ correlationId, time: at(minute), ...fields }),
  event({ correlationId, time: at(minute + 1), status: 'Succeeded', ...fields }),
];

it('makes one change of the events of an operation, newest first', () => {
  const events = [
    event({ time: at(9), operation: refresh, endpoint: '', correlationId: 'c2', own: true, caller: '' }),
    event({ time: at(3), status: 'Succeeded', caller: '' }),
    event({ time: at(1), status: 'Accepted', subStatus: 'Created' }),
    event({ time: at(0) }),
  ];
  expect(activityOf(events, [])).toEqual([
    {
      what: 'refreshed',
      endpoint: undefined,
      outcome: 'started',
      time: at(9),
      endedAt: undefined,
      who: '',
      own: true,
      reason: '',
      correlationId: 'c2',
    },
    {
      what: 'created',
      endpoint: 'influx',
      outcome: 'succeeded',
      time: at(0),
      endedAt: at(3),
      who: 'kim@contoso.com',
      own: false,
      reason: '',
      correlationId: 'c1',
    },
  ]);
});

it('tells why a change failed, or was canceled', () => {
  const failed = [event({}), event({ time: at(2), status: 'Failed', reason: 'No.' })];
  expect(activityOf(failed, [])).toMatchObject([{ outcome: 'failed', reason: 'No.', endedAt: at(2) }]);
  expect(activityOf([event({}), event({ time: at(2), status: 'canceled' })], [])).toMatchObject([
    { outcome: 'failed', reason: '' },
  ]);
});

it('keeps the changes of one deployment apart', () => {
  const events = [
    ...written('c1', 0),
    ...written('c1', 0, { endpoint: 'orders' }),
    ...written('c1', 0, { operation: refresh, endpoint: '' }),
  ];
  expect(
    activityOf(events, [])
      .map(({ what, endpoint }) => `${what} ${endpoint}`)
      .sort()
  ).toEqual(['created influx', 'created orders', 'refreshed undefined']);
});

it('keeps events without a correlation ID apart', () => {
  expect(activityOf([event({ correlationId: '' }), event({ correlationId: '', time: at(5) })], [])).toHaveLength(2);
});

it.each([
  ['created', 'the first write that is known', [], []],
  ['created', 'the write that made the endpoint', [], [{ name: 'INFLUX', createdAt: at(9) }]],
  ['updated', 'a write to one that existed before', [], [{ name: 'INFLUX', createdAt: at(1) }]],
  ['updated', 'a second write', written('c0', 2), []],
  ['created', 'a write after one that failed', written('c0', 2, { status: 'Failed' }), []],
  [
    'created',
    'a write after a deletion',
    written('c0', 2, { operation: write.replace('write', 'delete') }),
    [{ name: 'influx', createdAt: at(1) }],
  ],
] as const)('says %s of %s', (what, _, before, endpoints) => {
  expect(activityOf([...before, ...written('c1', 10)], endpoints)[0]?.what).toBe(what);
});

it('believes what Azure answered above all', () => {
  const old = [{ name: 'influx', createdAt: at(0) }];
  expect(activityOf(written('c1', 30, { subStatus: 'Created' }), old)[0]?.what).toBe('created');
  expect(activityOf(written('c1', 30, { subStatus: 'OK' }), [])[0]?.what).toBe('updated');
});

it.each([
  [refresh, 'refreshed'],
  ['MICROSOFT.DASHBOARD/grafana/managedPrivateEndpoints/action', 'refreshed'],
  ['Microsoft.Dashboard/grafana/managedPrivateEndpoints/DELETE', 'deleted'],
])('knows %s', (operation, what) => {
  expect(activityOf([event({ operation })], [])[0]?.what).toBe(what);
});

it('leaves out what it does not know', () => {
  expect(
    activityOf([event({ operation: 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/fly/action' })], [])
  ).toEqual([]);
});
