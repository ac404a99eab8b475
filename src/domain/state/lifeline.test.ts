import { type Activity } from '../activity';
import { type Endpoint } from '../endpoint';
import { type KnownView } from '../following';
import { sampleEndpoint } from '../testing/sampleEndpoint';
import { lifeAhead, lifeOf, type LifeFacts, loggedReason } from './lifeline';
import { statusOf } from './status';

const now = Date.parse('2026-11-30T12:00:00Z');
const endpoint = sampleEndpoint({ createdAt: '2026-11-27T12:00:00Z', createdBy: 'kim@contoso.com' });
const view = (status: string, grade: KnownView['grade'], description = ''): KnownView => ({
  ...{ status, grade, description, reason: '', connectionId: '', connectionName: '' },
  ...{ error: undefined, readAt: now },
});

function life(change: Partial<Endpoint>, more: Partial<LifeFacts> = {}) {
  const changed = { ...endpoint, ...change };
  const log = { activity: undefined, isForbidden: false };
  const nothing = { view: undefined, refresh: undefined, progress: undefined, log, uses: undefined, now };
  return lifeOf({ ...nothing, endpoint: changed, status: statusOf(changed, more.view), ...more });
}

const line = (steps: ReturnType<typeof life>) => steps.map(({ title, state }) => `${title}: ${state}`).join(', ');

it.each<[string, Partial<Endpoint>, Partial<LifeFacts>, string]>([
  [
    'being created',
    { provisioningState: 'Creating', connectionState: '' },
    {},
    'Requested: done, Sent to owner: current, Approval: todo, Refreshed: todo, In use: todo',
  ],
  [
    'waiting',
    { connectionState: 'Pending' },
    {},
    'Requested: done, Sent to owner: done, Approval: current, Refreshed: todo, In use: todo',
  ],
  [
    'approved on the target alone',
    { connectionState: 'Pending' },
    { view: view('Approved', 'confirmed') },
    'Requested: done, Sent to owner: done, Approved: done, Refreshed: current, In use: todo',
  ],
  [
    'probably rejected',
    { connectionState: 'Pending' },
    { view: view('Rejected', 'probable') },
    'Requested: done, Sent to owner: done, Probably rejected: failed, Refreshed: current, In use: todo',
  ],
  ['in use', {}, { uses: 2 }, 'Requested: done, Sent to owner: done, Approved: done, Refreshed: done, In use: done'],
  [
    'used by nobody',
    {},
    { uses: 0 },
    'Requested: done, Sent to owner: done, Approved: done, Refreshed: done, In use: current',
  ],
  [
    'used by who knows',
    {},
    {},
    'Requested: done, Sent to owner: done, Approved: done, Refreshed: done, In use: unknown',
  ],
  [
    'disconnected',
    { connectionState: 'Disconnected' },
    {},
    'Requested: done, Sent to owner: done, Disconnected: failed, Refreshed: todo, In use: todo',
  ],
  [
    'never created',
    { provisioningState: 'Failed', connectionState: '' },
    {},
    'Requested: done, Sent to owner: failed, Approval: todo, Refreshed: todo, In use: todo',
  ],
  [
    'failed while it waited',
    { provisioningState: 'Failed', connectionState: 'Pending' },
    {},
    'Requested: done, Sent to owner: done, Approval: unknown, Refreshed: todo, In use: todo',
  ],
  [
    'being deleted before it was sent',
    { provisioningState: 'Deleting', connectionState: '' },
    {},
    'Requested: done, Sent to owner: done, Approval: unknown, Refreshed: todo, In use: todo',
  ],
  [
    'without a state',
    { connectionState: '' },
    {},
    'Requested: done, Sent to owner: unknown, Approval: unknown, Refreshed: todo, In use: unknown',
  ],
  [
    'in a state that nobody knows',
    { provisioningState: 'NotSpecified' },
    { uses: 1 },
    'Requested: done, Sent to owner: done, Approved: done, Refreshed: todo, In use: unknown',
  ],
])('%s', (_, change, more, expected) => {
  expect(line(life(change, more))).toBe(expected);
});

it('tells how long Azure works, and nothing where there is nothing to tell', () => {
  const details = (change: Partial<Endpoint>, more: Partial<LifeFacts> = {}) =>
    life(change, more).map(({ detail }) => detail);
  const creating = { provisioningState: 'Creating', connectionState: '' };
  expect(details({ ...creating, lastModifiedAt: '2026-11-30T11:58:00Z' })[1]).toBe('In progress for 2 minutes');
  expect(details({ ...creating, createdAt: '', lastModifiedAt: '' })[1]).toBe('Azure is creating the endpoint');
  expect(details({ connectionState: '' })).toEqual(['3 days ago by kim@contoso.com', '', '', '', '']);
  expect(details({ connectionState: '' }, { uses: 1 })[4]).toBe('By 1 data source');
  expect(details({ connectionState: 'Pending' })[4]).toBe('');
  expect(details({}, { uses: 2 })[4]).toBe('By 2 data sources');
  expect(life({ connectionState: '' }).map(({ comment }) => comment)).toEqual(['', '', '', '', '']);
});

it('promises nothing where the endpoint is a dead end, or is being deleted', () => {
  const refresh: LifeFacts['refresh'] = { automatic: 'decided', startedNow: false, because: [] };
  const detailsOf = (connectionState: string, provisioningState = 'Succeeded') =>
    life({ connectionState, provisioningState }, { refresh, uses: 1 })
      .slice(3)
      .map(({ detail }) => detail);
  expect(detailsOf('Rejected')).toEqual(['', '1 data source can’t connect']);
  expect(detailsOf('Approved', 'Deleting')).toEqual(['', '1 data source can’t connect']);
  expect(detailsOf('Pending')).toEqual([
    expect.stringContaining('Refreshes automatically'),
    '1 data source can’t connect yet',
  ]);
});

it('tells who requested it, what the owner wrote, when it was refreshed and who uses it', () => {
  const refresh: LifeFacts['refresh'] = {
    ...{ automatic: 'off', startedNow: false, because: [] },
    lastStartedAt: '2026-11-30T11:50:00Z',
  };
  const [requested, sent, decided, refreshed, inUse] = life(
    { connectionDescription: 'For plant 7' },
    { refresh, uses: 1, view: view('Approved', 'confirmed') }
  );
  expect(requested?.detail).toBe('3 days ago by kim@contoso.com');
  expect(sent?.detail).toBe('Found on the target');
  expect(decided?.comment).toBe('For plant 7');
  expect(refreshed?.detail).toBe('Last refresh: 10 minutes ago.');
  expect(inUse?.detail).toBe('By 1 data source');
});

it('says that the target has nothing of it only where the target was read', () => {
  const sent = (seen: KnownView | undefined) => life({ connectionState: 'Pending' }, { view: seen })[1]?.detail;
  const notThere = view('', 'unknown');
  expect(sent(notThere)).toBe('Not seen on the target');
  expect(sent(undefined)).toBe('');
  expect(sent({ ...notThere, error: { code: 'azure_forbidden', message: 'No permission.' } })).toBe('');
});

it('says what nobody tells', () => {
  const [requested, , decided] = life({ createdAt: '', createdBy: '' });
  expect(requested?.detail).toBe('When and by whom is unknown');
  expect(decided?.detail).toBe('Azure doesn’t tell when or by whom');
});

const change = (fields: Partial<Activity>): Activity => ({
  ...{ what: 'refreshed', endpoint: undefined, outcome: 'succeeded', time: '2026-11-30T11:00:00Z', endedAt: undefined },
  ...{ who: 'ada@contoso.com', own: false, reason: '', correlationId: 'c' },
  ...fields,
});

describe('the activity log', () => {
  const refresh: LifeFacts['refresh'] = { automatic: 'off', startedNow: false, because: [] };
  const detail = (change: Partial<LifeFacts>) => life({}, { refresh, ...change })[3]?.detail;
  const log = (...activity: Activity[]) => ({ log: { activity, isForbidden: false } });

  it('tells of a refresh that was started elsewhere, and by whom', () => {
    expect(detail(log(change({})))).toMatch(/^Last refresh: 1 hour ago by ada@contoso\.com\./);
    expect(detail(log(change({ own: true })))).toMatch(/^Last refresh: 1 hour ago by this plugin\./);
    const id = '9a533de0-c4c7-7e23-14f8-a01be1ab4064';
    expect(detail(log(change({ who: id })))).toMatch(/^Last refresh: 1 hour ago by an application \(9a533de0…\)\./);
    expect(detail(log(change({ who: `${id}x` })))).toContain(`by ${id}x.`);
    expect(detail(log(change({ who: `x${id}` })))).toContain(`by x${id}.`);
    expect(detail(log(change({ who: '' })))).toMatch(/^Last refresh: 1 hour ago\./);
    expect(detail(log(change({ outcome: 'failed' })))).toMatch(/^Last refresh: unknown\./);
    expect(detail(log(change({ what: 'updated', who: 'kim' }), change({})))).toContain('by ada');
  });

  it('leaves the newer of both', () => {
    const started = (lastStartedAt: string) => ({ refresh: { ...refresh, lastStartedAt } });
    expect(detail({ ...log(change({})), ...started('2026-11-30T11:50:00Z') })).toMatch(
      /^Last refresh: 10 minutes ago\./
    );
    expect(detail({ ...log(change({})), ...started('2026-11-30T10:00:00Z') })).toMatch(
      /^Last refresh: 1 hour ago by ada/
    );
    expect(detail({ ...log(change({})), ...started('2026-11-30T10:58:00Z') })).toMatch(/^Last refresh: 1 hour ago by/);
    // The same one: what was known here says more.
    expect(detail({ ...log(change({})), ...started('2026-11-30T10:59:30Z') })).toMatch(/^Last refresh: 1 hour ago\./);
  });

  it('that may not be read says so', () => {
    expect(detail({ log: { activity: undefined, isForbidden: true } })).toContain('can’t read the activity log');
  });

  it('tells who requested the endpoint where Azure doesn’t', () => {
    const created = change({ what: 'created', endpoint: endpoint.name.toUpperCase() });
    const [requested] = life(
      { createdAt: '', createdBy: '' },
      log(
        change({ what: 'updated', endpoint: endpoint.name, who: 'kim' }),
        change({ what: 'created', endpoint: 'x', who: 'kim' }),
        created
      )
    );
    expect(requested?.detail).toBe('1 hour ago by ada@contoso.com');
  });

  it('has the reason of the last change, if that failed', () => {
    const failed = change({ what: 'updated', endpoint: 'influx', outcome: 'failed', reason: 'No capacity.' });
    expect(loggedReason([change({}), failed], 'influx')).toBe('No capacity.');
    expect(loggedReason([change({ what: 'updated', endpoint: 'influx' }), failed], 'influx')).toBe('');
    expect(loggedReason([failed], 'other')).toBe('');
    expect(loggedReason(undefined, 'influx')).toBe('');
  });
});

it('tells what is ahead of a request', () => {
  expect(line(lifeAhead('influx-pls'))).toBe(
    'Requested: current, Sent to owner: todo, Approval: todo, Refreshed: todo, In use: todo'
  );
  expect(lifeAhead('influx-pls')[2]?.detail).toBe('The owner of influx-pls approves or rejects the request.');
});
