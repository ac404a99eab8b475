import * as z from 'zod/mini';
import { PLUGIN_ID } from '../constants';
import { changeConfirmedHost, type HostConfirmation } from '../domain/matching/confirmedHosts';
import { sortExposed } from '../domain/settings/exposedSecrets';
import { mergeSettings } from '../domain/settings/mergeSettings';
import { readSettings, setByNewer, unreadableSettings } from '../domain/settings/readSettings';
import { changePublicMark, type PublicMark } from '../domain/settings/publicMarks';
import { type AppSettings, type SettingsChange, type StoredSettings } from '../domain/settings/settings';
import { grafanaRequest } from './request';

const URL = `/api/plugins/${PLUGIN_ID}/settings`;

const answer = z.object({
  enabled: z.boolean(),
  pinned: z.optional(z.boolean()),
  jsonData: z.nullish(z.record(z.string(), z.unknown())),
  secureJsonFields: z.nullish(z.record(z.string(), z.boolean())),
});

/** What Grafana stores of the app in this organization; secrets only as "is set". */
export async function fetchSettings(signal?: AbortSignal): Promise<StoredSettings> {
  const { jsonData, ...stored } = await fetchStored(signal);
  return {
    ...stored,
    jsonData: readSettings(jsonData),
    unreadable: unreadableSettings(jsonData),
    newer: setByNewer(jsonData),
    exposed: sortExposed(jsonData).paths,
  };
}

async function fetchStored(abortSignal?: AbortSignal) {
  const options = { url: URL, method: 'GET', abortSignal };
  const { enabled, pinned, jsonData, secureJsonFields } = await grafanaRequest(answer, options);
  return { enabled, pinned: pinned ?? false, jsonData: jsonData ?? {}, secretsSet: secureJsonFields ?? {} };
}

/**
 * Saves our part of the settings and enables the app. Grafana replaces all of `jsonData` and always writes `enabled` and
 * `pinned`, so what is stored is read first and kept (Grafana 12.4, pkg/services/pluginsintegration/pluginsettings).
 */
export async function saveSettings({ jsonData, secrets, removeExposed }: SettingsChange): Promise<void> {
  const stored = await fetchStored();
  await grafanaRequest(z.unknown(), {
    url: URL,
    method: 'POST',
    data: {
      enabled: true,
      pinned: stored.enabled ? stored.pinned : true,
      jsonData: mergeSettings(removeExposed ? sortExposed(stored.jsonData).settings : stored.jsonData, jsonData),
      ...(Object.keys(secrets).length > 0 && { secureJsonData: secrets }),
    },
  });
}

/** Marks a data source as public on purpose, or takes the mark away; all else that is stored stays as it is. */
export const savePublicMark = (mark: PublicMark): Promise<void> =>
  changeSettings(({ publicOnPurpose }) => ({ publicOnPurpose: changePublicMark(publicOnPurpose, mark) }));

/** Confirms a host name for a target, or takes that back; all else that is stored stays as it is. */
export const saveConfirmedHost = (confirmation: HostConfirmation): Promise<void> =>
  changeSettings(({ confirmedHosts }) => ({ confirmedHosts: changeConfirmedHost(confirmedHosts, confirmation) }));

async function changeSettings(change: (stored: Record<string, unknown>) => AppSettings): Promise<void> {
  const { enabled, pinned, jsonData } = await fetchStored();
  await grafanaRequest(z.unknown(), {
    url: URL,
    method: 'POST',
    data: { enabled, pinned, jsonData: mergeSettings(jsonData, change(jsonData)) },
  });
}
