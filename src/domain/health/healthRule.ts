/** Where a failing data source fails, in the order in which a connection is made. */
export type HealthCategory = 'name' | 'route' | 'port' | 'tls' | 'signIn' | 'permission' | 'store' | 'cantTell';

/** One rule: a text it knows, what that means, and what to do next. */
export interface HealthRule {
  id: string;
  category: HealthCategory;
  pattern: RegExp;
  /** What it means, in one or two plain sentences. */
  meaning: string;
  /** What to do next. */
  next: string;
  /** Who writes this text. */
  source: string;
}

/** Names of the categories, for headings. */
export const categoryTitles: Record<HealthCategory, string> = {
  name: 'name resolution',
  route: 'network',
  port: 'port',
  tls: 'TLS',
  signIn: 'authentication',
  permission: 'permissions',
  store: 'target',
  cantTell: 'unknown cause',
};
