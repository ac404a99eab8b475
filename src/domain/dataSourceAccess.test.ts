import { accessFindings, type DataSourceAccess, missingAccess } from './dataSourceAccess';

const permissions = { read: 'yes', query: 'yes', create: 'yes', write: 'yes', delete: 'yes' } as const;
const access: DataSourceAccess = {
  signIn: 'identity',
  origin: '',
  publicAccess: true,
  reachable: true,
  role: 'Admin',
  permissions,
};

it.each<[string, Partial<DataSourceAccess>, RegExp]>([
  ['all permissions', {}, /^$/],
  ['permissions that are not known', { permissions: { ...permissions, write: 'unknown', create: 'unknown' } }, /^$/],
  [
    'a Viewer',
    { permissions: { ...permissions, write: 'no', create: 'no' } },
    /^The configured identity doesn’t have permission to change or create data sources\. .*Grafana Admin/,
  ],
  [
    'a user',
    { signIn: 'user', permissions: { ...permissions, write: 'no' } },
    /^You don’t have permission to change data sources\. Ask/,
  ],
  [
    'a token',
    { signIn: 'token', permissions: { ...permissions, read: 'no' } },
    /^The service account doesn’t have permission to read/,
  ],
  [
    'a failure, which is told on its own',
    { error: { code: 'x', message: 'y' }, permissions: { ...permissions, write: 'no' } },
    /^$/,
  ],
])('says what is missing for %s', (_, fields, expected) => {
  expect(missingAccess({ ...access, ...fields })).toMatch(expected);
});

const outcomes = (fields: Partial<DataSourceAccess>) =>
  accessFindings({ ...access, ...fields }).map(({ title, outcome }) => `${title}: ${outcome}`);

it('finds everything in order', () => {
  expect(outcomes({})).toEqual([
    'Public access of the workspace: ok',
    'The workspace’s Grafana: ok',
    'See data sources: ok',
    'Change data sources: ok',
    'Create data sources: ok',
    'Test data sources: ok',
  ]);
});

it('tells public access apart from permissions', () => {
  const unknown = {
    read: 'unknown',
    query: 'unknown',
    create: 'unknown',
    write: 'unknown',
    delete: 'unknown',
  } as const;
  const error = { code: 'grafana_public_access_disabled', message: 'It is closed.' };
  expect(outcomes({ publicAccess: false, reachable: false, permissions: unknown, error })).toEqual([
    'Public access of the workspace: warning',
    'The workspace’s Grafana: failed',
    'See data sources: skipped',
    'Change data sources: skipped',
    'Create data sources: skipped',
    'Test data sources: skipped',
  ]);
});

it.each<[string, Partial<DataSourceAccess>, string, string]>([
  ['the identity', { origin: 'https://g' }, 'https://g accepts the configured identity, which has the role Admin.', ''],
  ['a token', { origin: 'https://g', signIn: 'token', role: '' }, 'https://g accepts the service account token.', ''],
  ['silence', { origin: 'https://g', reachable: false }, 'https://g did not answer.', ''],
  ['an unknown host', { reachable: false }, 'It did not answer.', ''],
  ['a refusal', { reachable: false, error: { code: 'x', message: 'No.', hint: 'Ask.' } }, 'No.', 'Ask.'],
  ['a curt refusal', { reachable: false, error: { code: 'x', message: 'No.' } }, 'No.', ''],
])('says how the workspace’s Grafana answered: %s', (_, fields, summary, hint) => {
  const [, reached] = accessFindings({ ...access, ...fields });
  expect(reached).toMatchObject({ summary, hint });
});

it('says of public access and of each permission what to do where it is missing', () => {
  const [open, , granted] = accessFindings(access);
  expect(open).toMatchObject({ summary: 'Public access to the workspace’s Grafana is enabled.', hint: '' });
  expect(granted).toMatchObject({ summary: '', hint: '' });
  const none = { ...permissions, read: 'no' } as const;
  const [closed, , denied] = accessFindings({ ...access, publicAccess: false, permissions: none });
  expect(closed?.summary).toBe('Public access to the workspace’s Grafana is disabled.');
  expect(closed?.hint).toContain('grafana_hosts');
  expect(denied?.summary).toBe('The configured identity doesn’t have permission.');
  expect(denied?.hint).toContain('Assign it the Grafana Admin role');
  expect(outcomes({ permissions: { ...permissions, query: 'unknown' } }).at(-1)).toBe('Test data sources: unknown');
});

it("asks nothing of the way where it is this Grafana's own", () => {
  expect(outcomes({ signIn: 'user', permissions: { ...permissions, write: 'no' } })).toEqual([
    'See data sources: ok',
    'Change data sources: warning',
    'Create data sources: ok',
    'Test data sources: ok',
  ]);
});
