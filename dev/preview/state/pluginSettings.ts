import { z } from 'zod';

/** One organisation's settings of an app plugin, secrets included: never sent to a browser as they are. */
export interface StoredPluginSettings {
  enabled: boolean;
  pinned: boolean;
  /** Null until some is stored. */
  jsonData: Record<string, unknown> | null;
  secureJsonData: Record<string, string>;
  /** Milliseconds since 1970, in whole seconds as Grafana's databases store it. */
  updated: number;
}

/** The body of POST /api/plugins/:id/settings. */
const updateSchema = z.object({
  enabled: z.boolean().default(false),
  pinned: z.boolean().default(false),
  jsonData: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((jsonData) => jsonData ?? undefined),
  secureJsonData: z
    .record(z.string(), z.string())
    .nullish()
    .transform((secrets) => secrets ?? {}),
});

/** Reads a request body; undefined when it isn't one. */
export const parsePluginSettingsUpdate = (body: unknown): PluginSettingsUpdate | undefined =>
  updateSchema.safeParse(body).data;

type PluginSettingsUpdate = Partial<z.infer<typeof updateSchema>>;

/** The settings before anybody saved any. */
export const noPluginSettings: StoredPluginSettings = {
  enabled: false,
  pinned: false,
  jsonData: null,
  secureJsonData: {},
  updated: 0,
};

/**
 * Applies an update as Grafana 12 does (pkg/services/pluginsintegration/pluginsettings): `enabled` and `pinned` are
 * written even when absent, `jsonData` is replaced unless it is empty, secrets are merged by key, and a blank one is kept
 * as a blank one, which counts as none. Unlike Grafana, whose cache of decrypted secrets goes by `updated`, it hands out the
 * second of two secrets that are saved within a second.
 */
export function applyPluginSettings(
  stored: StoredPluginSettings,
  update: PluginSettingsUpdate,
  now: number
): StoredPluginSettings {
  const hasJsonData = Object.keys(update.jsonData ?? {}).length > 0;
  return {
    enabled: update.enabled ?? false,
    pinned: update.pinned ?? false,
    jsonData: hasJsonData ? structuredClone(update.jsonData ?? {}) : stored.jsonData,
    secureJsonData: { ...stored.secureJsonData, ...update.secureJsonData },
    updated: wholeSeconds(now),
  };
}

export function wholeSeconds(milliseconds: number): number {
  return milliseconds - (milliseconds % 1000);
}
