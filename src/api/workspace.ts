import * as z from 'zod/mini';
import { type Workspace } from '../domain/workspace';
import { request } from './request';

const text = z.string();

/** The configured workspace; `endpoint` is the origin of its Grafana, `portal` the origin of its cloud's portal. */
export const workspaceSchema = z.object({
  id: text,
  name: text,
  subscriptionId: text,
  resourceGroup: text,
  location: text,
  tier: text,
  provisioningState: text,
  grafanaVersion: text,
  grafanaMajorVersion: text,
  endpoint: text,
  publicNetworkAccess: text,
  linkedMonitorWorkspaces: z.array(text),
  cloud: text,
  portal: text,
}) satisfies z.ZodMiniType<Workspace>;

export const workspaceAnswer = z.object({ workspace: workspaceSchema });

/** The workspace that the stored settings name. */
export async function fetchWorkspace(signal?: AbortSignal): Promise<Workspace> {
  return (await request('/workspace', workspaceAnswer, { signal })).workspace;
}
