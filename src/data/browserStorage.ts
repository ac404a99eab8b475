import { PLUGIN_ID } from '../constants';
import { resourceKey } from '../domain/resourceId';
import { currentUser } from './currentUser';

/** How long this browser keeps anything, in milliseconds. */
export const KEEP_FOR = 30 * 24 * 60 * 60 * 1000;

/** The newest shape of what is kept that this version knows. 0.1.0 named none, and has the first. */
const SCHEMA_VERSION = 1;

/** What was kept, and when (milliseconds since 1970). The value may be anything: the reader checks it. */
interface Kept {
  schemaVersion?: number;
  savedAt: number;
  value: unknown;
}

/**
 * Names what is kept in this browser: by plugin, organization, user and workspace, so that nobody finds another's.
 * @param what for example `draft` or `queue`
 * @param workspaceId names the workspace (workspaceIdentity); its casing may vary
 */
export function storageKey(what: string, workspaceId: string): string {
  const { orgId, id } = currentUser();
  return [PLUGIN_ID, `org-${orgId}`, `user-${id}`, what, resourceKey(workspaceId)].join(':');
}

/**
 * Reads what is kept under a key; what is too old or can't be read is dropped. What a newer version of the plugin kept
 * counts as nothing, and stays. Never throws.
 */
export function readKept(key: string, now = Date.now()): Kept | undefined {
  const kept = find(key);
  if (!kept || now - kept.savedAt > KEEP_FOR) {
    remove(key);
    return undefined;
  }
  return isNewer(kept) ? undefined : kept;
}

/**
 * Keeps a value as JSON; it must hold no secret. False when the browser refuses (storage full, or switched off) or a newer
 * version of the plugin keeps something there: then the value lasts as long as the page.
 */
export function keep(key: string, value: unknown, now = Date.now()): boolean {
  if (isNewer(find(key))) {
    return false;
  }
  try {
    const kept: Kept = { schemaVersion: SCHEMA_VERSION, savedAt: now, value };
    window.localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what is kept under a key, unless a newer version of the plugin kept it. Never throws. */
export function drop(key: string): void {
  if (!isNewer(find(key))) {
    remove(key);
  }
}

function isNewer(kept: Kept | undefined): boolean {
  return (kept?.schemaVersion ?? 0) > SCHEMA_VERSION;
}

function remove(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Where nothing can be removed, nothing could be kept.
  }
}

/** Drops all that is too old, whichever workspace it belonged to. */
export function dropOld(now = Date.now()): void {
  ownKeys().forEach((key) => readKept(key, now));
}

/** The storage keys of this plugin. */
export function ownKeys(): string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(`${PLUGIN_ID}:`));
  } catch {
    return [];
  }
}

function find(key: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(String(window.localStorage.getItem(key)));
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept(stored: unknown): stored is Kept {
  const { savedAt, value } = (stored ?? {}) as Partial<Kept>;
  return typeof savedAt === 'number' && value !== undefined;
}
