import { config } from '@grafana/runtime';

/** The signed-in user of Grafana, as far as we need them. */
export interface CurrentUser {
  orgId: number;
  id: number;
  /** How others know them: mail address, else name, else login; '' when Grafana tells nothing. */
  label: string;
}

/** Who is signed in, in which organization. */
export function currentUser(): CurrentUser {
  // Tests, and Grafana's anonymous access, leave fields out.
  const { orgId, id, email, name, login } = config.bootData.user as Partial<typeof config.bootData.user>;
  const reachable = email?.includes('.') ? email : '';
  return { orgId: orgId ?? 0, id: id ?? 0, label: reachable || name || login || '' };
}
