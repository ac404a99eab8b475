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
    /^The configured identity doesn’t have permission to change or create.*Grafana Admin/,
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

it("asks nothing of the way where it is this Grafana's own", () => {
  expect(outcomes({ signIn: 'user', permissions: { ...permissions, write: 'no' } })).toEqual([
    'See data sources: ok',
    'Change data sources: warning',
    'Create data sources: ok',
    'Test data sources: ok',
  ]);
});
