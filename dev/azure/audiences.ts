import { type Context } from './context';

const trimmed = (url: string) => url.replace(/\/+$/, '').toLowerCase();

const resourceManagerNames = ['https://management.azure.com', 'https://management.core.windows.net'];

/** The audience of the workspace's own Grafana (Microsoft Learn, "authenticate data plane APIs"). */
const grafanaAudience = 'https://dashboard.azure.com';

/** Whether a token's audience is meant for Resource Manager: its public names, or this stand-in's own. */
export function isResourceManagerAudience(audience: string, { urls }: Context): boolean {
  return [...resourceManagerNames, urls.resourceManager].map(trimmed).includes(trimmed(audience));
}

export const isGrafanaAudience = (audience: string): boolean => trimmed(audience) === grafanaAudience;
