import { config } from '@grafana/runtime';
import { currentUser } from './currentUser';

const user = config.bootData.user;
const before = { ...user };
afterEach(() => {
  Object.keys(user).forEach((key) => Reflect.deleteProperty(user, key));
  Object.assign(user, before);
});

it.each([
  [{ email: 'kim@contoso.com', name: 'Kim', login: 'kim' }, 'kim@contoso.com'],
  [{ email: 'admin@localhost', name: 'Kim', login: 'kim' }, 'Kim'],
  [{ email: '', name: '', login: 'kim' }, 'kim'],
  [{}, ''],
])('names %j as others know them', (fields, label) => {
  Object.assign(user, fields);
  expect(currentUser().label).toBe(label);
});

it('tells organization and user, 0 where Grafana tells nothing', () => {
  Object.assign(user, { orgId: 3, id: 7 });
  expect(currentUser()).toMatchObject({ orgId: 3, id: 7 });
});
