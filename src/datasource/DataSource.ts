import {
  type AnnotationSupport,
  type DataSourceInstanceSettings,
  DataSourceVariableSupport,
  type ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { fillFilters, type Options, type Query } from './query';

/** Grafana uses the query editor for variables as well. */
class Variables extends DataSourceVariableSupport<DataSource, Query> {
  override getDefaultQuery = (): Partial<Query> => ({ queryType: 'names' });
}

/** The data source in the browser; the backend answers all queries (pkg/monitor). */
export class DataSource extends DataSourceWithBackend<Query, Options> {
  override annotations: AnnotationSupport<Query> = {
    getDefaultQuery: () => ({ queryType: 'activity' }),
  };
  /** Names of the workspaces that were chosen; [] for all. */
  readonly workspaceNames: string[];

  constructor(settings: DataSourceInstanceSettings<Options>) {
    super(settings);
    this.variables = new Variables();
    this.workspaceNames = (settings.jsonData.workspaces ?? []).map((id) => id.split('/').at(-1) ?? id);
  }

  override getDefaultQuery(): Partial<Query> {
    return { queryType: 'endpoints' };
  }

  override applyTemplateVariables(query: Query, scopedVars: ScopedVars): Query {
    const replace = (text: string, format: (value: string | string[]) => string) =>
      getTemplateSrv().replace(text, scopedVars, format);
    return { ...query, ...fillFilters(query, replace) };
  }
}
