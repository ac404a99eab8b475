import { type CurrentUser, OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';

/** The user of the boot data in the form that runtime's permission helpers read. */
export function currentUser(): CurrentUser {
  const { user } = config.bootData;
  return { ...user, orgRole: user.orgRole || OrgRole.None, permissions: user.permissions ?? {} };
}
