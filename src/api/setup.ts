import * as z from 'zod/mini';
import { type SetupAnswer, type SignInOptions } from '../domain/settings/setup';
import { type Workspace, type WorkspaceSummary } from '../domain/workspace';
import { failureSchema } from './errors';
import { request } from './request';
import { text } from './text';

/** The configured workspace; `endpoint` is the origin of its Grafana, `portal` the origin of its cloud's portal. */
const workspaceSchema = z.object({
  id: text,
  name: text,
  resourceGroup: text,
  location: text,
  tier: text,
  grafanaVersion: text,
  endpoint: text,
  linkedMonitorWorkspaces: z.array(text),
  createdAt: text,
  cloud: text,
  portal: text,
}) satisfies z.ZodMiniType<Workspace>;

export const workspaceAnswer = z.object({ workspace: workspaceSchema });

/** The workspace that the stored settings name. */
export async function fetchWorkspace(signal?: AbortSignal): Promise<Workspace> {
  return (await request('/workspace', workspaceAnswer, { signal })).workspace;
}

export const signInAnswer = z.object({
  cloud: text,
  clouds: z.array(
    z.object({ name: text, displayName: text, supported: z.enum(['yes', 'no', 'unknown']), reason: text })
  ),
  methods: z.array(
    z.object({
      authType: z.enum(['msi', 'workloadidentity', 'clientsecret', 'clientcertificate']),
      enabled: z.boolean(),
      reason: text,
      howTo: text,
    })
  ),
  approvalAllowed: z.boolean(),
}) satisfies z.ZodMiniType<SignInOptions>;

/** Which clouds and sign-in methods this Grafana offers to the plugin; works before anything is configured. */
export function fetchSignIn(signal?: AbortSignal): Promise<SignInOptions> {
  return request('/authentication', signInAnswer, { signal });
}

export const workspacesAnswer = z.object({
  workspaces: z.array(z.object({ id: text, name: text, resourceGroup: text, location: text, tier: text })),
}) satisfies z.ZodMiniType<{ workspaces: WorkspaceSummary[] }>;

/** The workspaces that the stored identity can see. */
export async function fetchWorkspaces(signal?: AbortSignal): Promise<WorkspaceSummary[]> {
  return (await request('/workspaces', workspacesAnswer, { signal })).workspaces;
}

export const setupAnswer = z.object({
  checks: z.array(
    z.object({
      id: text,
      outcome: z.enum(['ok', 'failed', 'warning', 'unknown', 'skipped']),
      summary: text,
      hint: text,
      error: z.optional(failureSchema),
      action: z.optional(text),
      role: z.optional(text),
    })
  ),
}) satisfies z.ZodMiniType<SetupAnswer>;

/** Checks the stored settings step by step: sign-in, workspace, tier, cloud, provider, rights. */
export function fetchSetup(signal?: AbortSignal): Promise<SetupAnswer> {
  return request('/setup', setupAnswer, { signal });
}
