import { type Following } from '../following';
import { lastRefreshText, refreshText } from './refreshText';

const now = Date.parse('2026-11-23T12:10:00Z');
const refresh: Following['refresh'] = {
  automatic: 'decided',
  lastStartedAt: '2026-11-23T12:03:00Z',
  startedNow: false,
  because: [],
};
const because = [
  { name: 'payments', decision: 'Approved' },
  { name: 'orders', decision: 'Rejected' },
];
const error = { code: 'azure_operation_failed', message: 'Azure couldn’t.', cause: 'NoCapacity' };

it.each<[Partial<Following['refresh']>, Parameters<typeof refreshText>[1], string]>([
  [
    { lastStartedAt: undefined },
    undefined,
    'Last refresh: unknown. Refreshes automatically after approval while this page is open.',
  ],
  [
    {},
    { status: 'succeeded' },
    'Last refresh: 7 minutes ago. Refreshes automatically after approval while this page is open.',
  ],
  [
    { automatic: 'off' },
    { status: 'running' },
    'Last refresh: 7 minutes ago. It is in progress. Automatic refresh is off.',
  ],
  [
    { because, automatic: 'off' },
    undefined,
    'Last refresh: 7 minutes ago, because payments was approved and orders was rejected. Automatic refresh is off.',
  ],
  [
    { automatic: 'off' },
    { status: 'failed', error },
    'Last refresh: 7 minutes ago. It failed: NoCapacity. Automatic refresh is off.',
  ],
  ...[
    ['Stopped. Try later', 'Stopped. Try later.'],
    ['Stopped!', 'Stopped!'],
  ].map(([cause, told]): [Partial<Following['refresh']>, Parameters<typeof refreshText>[1], string] => [
    { automatic: 'off' },
    { status: 'canceled', error: { ...error, cause } },
    `Last refresh: 7 minutes ago. It failed: ${told} Automatic refresh is off.`,
  ]),
  [
    { error: { code: 'azure_forbidden', message: 'No permission.' } },
    undefined,
    'Last refresh: 7 minutes ago. Couldn’t refresh automatically. No permission.',
  ],
])('%j with %j', (fields, progress, text) => {
  expect(refreshText({ ...refresh, ...fields }, progress, now)).toBe(text);
});

it('says nothing before it is known', () => {
  expect(refreshText(undefined, undefined, now)).toBe('');
  expect(lastRefreshText(undefined, undefined, now, undefined)).toBe('');
});
