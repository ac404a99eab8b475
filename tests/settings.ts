import { setTimeout } from 'node:timers/promises';
import { type APIRequestContext, expect } from '@playwright/test';
import { demoWorkspaceId } from '../dev/azure/demo';
import { PLUGIN_ID } from '../src/constants';
import { type AutomaticRefresh } from '../src/domain/following';

/** Where Grafana keeps the plugin's settings. */
export const SETTINGS = `/api/plugins/${PLUGIN_ID}/settings`;

const noSecrets = {
  azureClientSecret: '',
  clientCertificate: '',
  privateKey: '',
  certificatePassword: '',
  grafanaToken: '',
};

/** A Grafana in which nobody has set the app up yet. */
export const forgetSettings = (request: APIRequestContext) =>
  save(request, { workspaceId: '', azureCredentials: null }, noSecrets);

/** The app is installed and set up, but switched off in this organization. */
export async function disable(request: APIRequestContext) {
  const { jsonData } = (await (await request.get(SETTINGS)).json()) as { jsonData: object };
  expect((await request.post(SETTINGS, { data: { enabled: false, pinned: false, jsonData } })).ok()).toBe(true);
}

/** The app looks after another workspace of the demonstration. */
export const lookAfter = (request: APIRequestContext, workspace: string) =>
  change(request, { workspaceId: demoWorkspaceId(workspace) });

/** The app signs in with another client secret. */
export const signInWith = (request: APIRequestContext, azureClientSecret: string) =>
  change(request, {}, { azureClientSecret });

/** When the backend refreshes the workspace without a click. */
export const setAutomaticRefresh = (request: APIRequestContext, automaticRefresh: AutomaticRefresh) =>
  change(request, { automaticRefresh });

/** Whether requests are approved and rejected from the app; the operator of the preview allows it. */
export const setApproveRequests = (request: APIRequestContext, approveRequests: boolean) =>
  change(request, { approveRequests });

/** The app reaches the workspace's Grafana with this service account token. */
export const useToken = (request: APIRequestContext, grafanaToken: string) => change(request, {}, { grafanaToken });

async function change(request: APIRequestContext, changes: object, secrets: Record<string, string> = {}) {
  const { jsonData } = (await (await request.get(SETTINGS)).json()) as { jsonData: object };
  await save(request, { ...jsonData, ...changes }, secrets);
}

async function save(request: APIRequestContext, jsonData: object, secureJsonData: Record<string, string>) {
  const saved = await request.post(SETTINGS, { data: { enabled: true, pinned: true, jsonData, secureJsonData } });
  expect(saved.ok()).toBe(true);
  if (process.env.GRAFANA_URL) {
    // Grafana knows settings by the second in which they were saved: the secrets of others of that second would count.
    await setTimeout(1_000);
  }
}
