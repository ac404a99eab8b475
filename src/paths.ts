import { APP_PATH } from './constants';
import { type WizardStepId } from './domain/create/wizardSteps';

/** Stands in the URL where a step would. */
export const linkServiceStep = 'link-service' as const;

const query = (params: Record<string, string>) => {
  const text = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString();
  return text && `?${text}`;
};

/** The app itself, which opens its list of endpoints; the navigation's entry of the app leads there. */
export const homePath = APP_PATH;

/** The list of endpoints. */
export const endpointsPath = `${APP_PATH}/endpoints`;

/** The page of an endpoint. */
export function endpointPath(name: string): string {
  return `${endpointsPath}/${encodeURIComponent(name)}`;
}

/** The workspace's endpoints as code, or one of them. */
export function exportPath(endpoint = ''): string {
  return `${APP_PATH}/export${query({ endpoint })}`;
}

/** The guided flow for a new endpoint; `from` names an endpoint whose details it begins with. */
export function newEndpointPath(from = ''): string {
  return `${APP_PATH}/new${query({ from })}`;
}

/** The flow for an endpoint that makes a data source private; `uid` names the data source. */
export function makePrivatePath(uid: string): string {
  return `${APP_PATH}/new${query({ for: uid })}`;
}

/** A step of that flow; `search` is the query of the page that leads there. */
export function stepPath(step: WizardStepId, search: string): string {
  return `${APP_PATH}/new/${step}${search}`;
}

/** Beside those steps: the private link service that has to be made first. */
export function linkServicePath(search: string): string {
  return `${APP_PATH}/new/${linkServiceStep}${search}`;
}

/** The review of a request that was begun from an endpoint or for a data source; while something is missing, it leads to that. */
export function continueRequestPath({ from, dataSource }: { from: string; dataSource: string }): string {
  return `${APP_PATH}/new/review${query({ from, for: dataSource })}`;
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

/** Setting the app up for the first time; `to` is the page of the app that was asked for. */
export function setupPath(to = ''): string {
  return `${APP_PATH}/setup${query({ to })}`;
}

/** Where the set-up leads afterwards, from its query: the page that was asked for, else the list. Never out of the app. */
export function afterSetupPath(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '';
  return to.startsWith(`${APP_PATH}/`) && !to.startsWith(`${APP_PATH}/setup`) ? to : endpointsPath;
}
