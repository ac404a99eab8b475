import { type DataSourceAccess, missingAccess } from './dataSourceAccess';

const rights = { read: 'yes', query: 'yes', create: 'yes', write: 'yes', delete: 'yes' } as const;
const access: DataSourceAccess = {
  signIn: 'identity',
  origin: '',
  publicAccess: true,
  reachable: true,
  role: 'Admin',
  rights,
};

it.each<[string, Partial<DataSourceAccess>, RegExp]>([
  ['all rights', {}, /^$/],
  ['rights that are not known', { rights: { ...rights, write: 'unknown', create: 'unknown' } }, /^$/],
  [
    'a Viewer',
    { rights: { ...rights, write: 'no', create: 'no' } },
    /^The configured identity may not change or create.*Grafana Admin/,
  ],
  ['a user', { signIn: 'user', rights: { ...rights, write: 'no' } }, /^You may not change data sources\. Ask/],
  ['a token', { signIn: 'token', rights: { ...rights, read: 'no' } }, /^The service account may not read/],
  [
    'a failure, which is told on its own',
    { error: { code: 'x', message: 'y' }, rights: { ...rights, write: 'no' } },
    /^$/,
  ],
])('says what is missing for %s', (_, fields, expected) => {
  expect(missingAccess({ ...access, ...fields })).toMatch(expected);
});
