import { type Preview } from '../preview';
import { queryDataSource } from '../queryDataSource';
import { type PreviewUser } from '../state/users';
import { type RunQuery } from './evaluate';

/** Who evaluates alert rules in Grafana (12.4, pkg/services/ngalert/schedule). */
const scheduler: PreviewUser = {
  ...{ id: 0, login: 'grafana_scheduler', password: '', name: '', role: 'Admin', isServerAdmin: false },
  without: [],
  theme: 'dark',
};

/** Runs the queries of alert rules on the preview's own data sources. */
export function alertQueries(preview: Preview): RunQuery {
  return async ({ refId, datasourceUid, model }, from, to) => {
    const source = preview.state.dataSources.find(datasourceUid);
    if (!source) {
      throw new Error('data source not found');
    }
    const results = await queryDataSource(preview, scheduler, source, [{ ...model, refId }], [from, to]);
    const { frames = [], error } = results[refId] ?? {};
    if (error) {
      throw new Error(error);
    }
    return frames;
  };
}
