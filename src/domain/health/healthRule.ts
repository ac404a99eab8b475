import { type FindingId } from './findings';

/** Where a failing data source fails, in the order in which a connection is made. */
export type HealthCategory =
  'address' | 'name' | 'route' | 'port' | 'tls' | 'signIn' | 'permission' | 'store' | 'unknown';

/** What is known of the data source that answered; each part helps, none is needed. */
export interface HealthSubject {
  /** The data source's type, such as `mssql`. */
  type?: string | undefined;
  /** The hosts in its address, lower case. */
  hosts?: readonly string[] | undefined;
}

/** A text, and what it means. */
export type HealthRule = readonly [pattern: RegExp, finding: FindingId];

/** Names of the categories, for headings. */
export const categoryTitles: Record<HealthCategory, string> = {
  address: 'URL',
  name: 'name resolution',
  route: 'network',
  port: 'port',
  tls: 'TLS',
  signIn: 'authentication',
  permission: 'permissions',
  store: 'target',
  unknown: 'unknown cause',
};
