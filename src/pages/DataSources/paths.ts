import { APP_PATH } from '../../constants';
import { type AdviceFix } from '../../domain/advice/advice';
import { type Endpoint } from '../../domain/endpoint';

const query = (params: Record<string, string>) => {
  const text = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString();
  return text && `?${text}`;
};

/** The page of an endpoint. */
export function endpointPath(name: string): string {
  return `${APP_PATH}/endpoints/${encodeURIComponent(name)}`;
}

/** Filling an endpoint in; `uid` chooses a data source beforehand. */
export function fillInPath(endpoint: string, uid = ''): string {
  return `${APP_PATH}/data-sources/fill-in/${encodeURIComponent(endpoint)}${query({ uid })}`;
}

/** Creating a data source over an endpoint. */
export function newDataSourcePath(endpoint: string): string {
  return `${APP_PATH}/data-sources/new/${encodeURIComponent(endpoint)}`;
}

/** Checking a data source, an endpoint, or one over the other. */
export function checkPath(uid: string, endpoint = ''): string {
  return `${APP_PATH}/data-sources/check${query({ uid, endpoint })}`;
}

/** The list of data sources. */
export const dataSourcesPath = `${APP_PATH}/data-sources`;

/** What an advice's one click leads to; '' where it leads to the data source's own page. */
export function fixPath(fix: AdviceFix, endpoint: Endpoint | undefined, uid: string): string {
  switch (fix) {
    case 'createEndpoint':
      return `${APP_PATH}/new`;
    case 'fillIn':
      return endpoint ? fillInPath(endpoint.name, uid) : '';
    case 'refresh':
    case 'openEndpoint':
    case 'remindOwner':
      return endpoint ? endpointPath(endpoint.name) : '';
    case 'openDataSource':
      return '';
  }
}

/** What a fix is called on its button. */
export const fixTitles: Record<AdviceFix, string> = {
  createEndpoint: 'New private endpoint',
  fillIn: 'Fill in',
  refresh: 'Refresh',
  openEndpoint: 'Open endpoint',
  remindOwner: 'Remind the owner',
  openDataSource: 'Open data source',
};
