import { type DataQuery, type DataSourceJsonData } from '@grafana/data';
import { type AutomaticRefresh } from '../domain/following';
import { type AzureCredentials } from '../domain/settings/settings';

/** What can be asked; the backend knows the same (pkg/monitor/query.go). */
export type QueryType = 'endpoints' | 'counts' | 'condition' | 'activity' | 'names' | 'workspaces';

/** What an alert rule can ask about each endpoint. */
export type Condition = 'rejected' | 'pendingDays' | 'notActive' | 'failed' | 'attention';

/** A query as it is stored. An empty filter lets all through; each text may hold a variable. */
export interface Query extends DataQuery {
  queryType?: QueryType;
  /** Names or ARM ids. */
  workspaces?: string[];
  /** Keys of state groups. */
  groups?: string[];
  resourceTypes?: string[];
  condition?: Condition;
}

/** The data source's `jsonData`; secrets are kept apart. */
export interface Options extends DataSourceJsonData {
  azureCredentials?: AzureCredentials;
  /** ARM ids. */
  workspaces?: string[];
  /** Every workspace that the identity can see, instead of the chosen ones. */
  allWorkspaces?: boolean;
  /** `off` where it is left out. */
  automaticRefresh?: AutomaticRefresh;
}

type Filters = Required<Pick<Query, 'workspaces' | 'groups' | 'resourceTypes'>>;

/**
 * Replaces variables in a query's filters; one with several values gives as many texts.
 * @param replace fills a text's variables, and writes each by `format`
 */
export function fillFilters(
  { workspaces = [], groups = [], resourceTypes = [] }: Query,
  replace: (text: string, format: (value: string | string[]) => string) => string
): Filters {
  const fill = (texts: string[]) => texts.flatMap((text) => valuesIn(replace(text, (value) => JSON.stringify(value))));
  return { workspaces: fill(workspaces), groups: fill(groups), resourceTypes: fill(resourceTypes) };
}

/** A text that was a variable alone is JSON now. */
function valuesIn(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.map(String) : [String(value)];
  } catch {
    return [text];
  }
}
