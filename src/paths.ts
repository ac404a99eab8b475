import { APP_PATH } from './constants';

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
