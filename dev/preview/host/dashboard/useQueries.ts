import {
  CoreApp,
  type DataFrame,
  type DataQuery,
  type DataSourceApi,
  LoadingState,
  type TimeRange,
  toDataFrame,
  transformDataFrame,
  type DataTransformerConfig,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import { from, lastValueFrom } from 'rxjs';

import { templateService } from '../services/templateService';

export interface QueryState {
  state: LoadingState;
  frames: DataFrame[];
  error?: string;
}

let requests = 0;

/** Asks a data source as a panel does, and transforms what it answers. @throws Error with its message */
export async function runQueries(
  source: { uid: string },
  targets: DataQuery[],
  range: TimeRange,
  transformations: DataTransformerConfig[] = []
): Promise<DataFrame[]> {
  const api: DataSourceApi = await getDataSourceSrv().get(source);
  requests += 1;
  const answer = await lastValueFrom(
    from(
      api.query({
        ...{ app: CoreApp.Dashboard, requestId: `Q${requests}`, timezone: 'browser', range, scopedVars: {} },
        ...{ interval: '1m', intervalMs: 60_000, maxDataPoints: 1_000, startTime: Date.now() },
        targets: targets.map((target) => ({ ...target, datasource: api.getRef() })),
      })
    )
  );
  const failure = answer.errors?.[0] ?? answer.error;
  if (failure) {
    throw new Error(failure.message ?? failure.data?.message ?? 'The query failed');
  }
  return lastValueFrom(
    transformDataFrame(
      transformations,
      answer.data.map((frame) => toDataFrame(frame)),
      { interpolate: templateService.replace }
    )
  );
}

/** What queries answer now; asked again when `version` changes. */
export function useQueries(
  uid: string,
  targets: DataQuery[],
  range: TimeRange,
  version: string,
  transformations?: DataTransformerConfig[]
): QueryState {
  const [state, setState] = useState<QueryState>({ state: LoadingState.Loading, frames: [] });
  useEffect(() => {
    let isCurrent = true;
    setState((before) => ({ ...before, state: LoadingState.Loading }));
    runQueries({ uid }, targets, range, transformations).then(
      (frames) => isCurrent && setState({ state: LoadingState.Done, frames }),
      (thrown: unknown) => {
        const error = thrown instanceof Error ? thrown.message : String(Reflect.get(Object(thrown), 'message'));
        return isCurrent && setState({ state: LoadingState.Error, frames: [], error });
      }
    );
    return () => {
      isCurrent = false;
    };
    // The rest follows from the version and the dashboard, which doesn't change.
  }, [uid, version]);
  return state;
}
