import { useCallback, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { PLUGIN_ID } from '../constants';
import { drop, keep, ownKeys, readKept, storageKey } from './browserStorage';

/** One thing that this browser keeps among others of its sort. */
interface KeptItem<T> {
  id: string;
  value: T;
}

/** Things of one sort, kept for a workspace (workspaceIdentity; '' keeps nothing). All tabs see the same. */
type KeptItems<T> = ReturnType<typeof keptItems<T>>;

const listeners = new Set<() => void>();

/** Calls back when anything that is kept changes, in this tab or another; returns how to stop. */
function onKeptChange(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/**
 * Each item has a storage key of its own: two tabs that write at the same moment never overwrite each other's items.
 * @param what names the sort in storage keys, without `~` and `:`
 * @param schema what can't be read by it, from an older version or by someone's hand, is left out
 */
export function keptItems<T>(what: string, schema: z.ZodMiniType<T>) {
  // A change to one sort leaves the others as they are, so nothing renders for nothing.
  const cache = new Map<string, ReadonlyArray<KeptItem<T>>>();
  // Where the browser refuses to store, things last as long as the page.
  const unstored = new Map<string, T>();
  const tell = () => {
    cache.clear();
    listeners.forEach((listener) => listener());
  };
  window.addEventListener('storage', ({ key }) => {
    if (key === null || (key.startsWith(`${PLUGIN_ID}:`) && key.includes(`:${what}~`))) {
      tell();
    }
  });
  const keyOf = (workspaceId: string, id: string) =>
    storageKey(`${what}~${encodeURIComponent(id).replaceAll('~', '%7E')}`, workspaceId);

  function read(workspaceId: string): Array<KeptItem<T>> {
    const [before = '', after = ''] = keyOf(workspaceId, '').split('~');
    return [...new Set([...ownKeys(), ...unstored.keys()])]
      .filter((key) => key.startsWith(`${before}~`) && key.endsWith(after) && key.split('~').length === 2)
      .flatMap((key) => {
        const parsed = z.safeParse(schema, unstored.get(key) ?? readKept(key)?.value);
        const id = decoded(key.slice(before.length + 1, key.length - after.length));
        return parsed.success && id !== '' ? [{ id, value: parsed.data }] : [];
      })
      .sort((a, b) => a.id.localeCompare(b.id, 'en'));
  }

  /** The same array as long as nothing changed. */
  function all(workspaceId: string): ReadonlyArray<KeptItem<T>> {
    const found = cache.get(workspaceId) ?? (workspaceId ? read(workspaceId) : []);
    cache.set(workspaceId, found);
    return found;
  }

  return {
    all,
    find: (workspaceId: string, id: string) => all(workspaceId).find((item) => item.id === id)?.value,
    put: (workspaceId: string, id: string, value: T) => {
      if (!workspaceId) {
        return;
      }
      const key = keyOf(workspaceId, id);
      unstored.delete(key);
      if (!keep(key, value)) {
        unstored.set(key, value);
      }
      tell();
    },
    remove: (workspaceId: string, id: string) => {
      unstored.delete(keyOf(workspaceId, id));
      drop(keyOf(workspaceId, id));
      tell();
    },
  };
}

/** The kept things of one sort; renders again when they change. */
export function useKeptItems<T>(items: KeptItems<T>, workspaceId: string): ReadonlyArray<KeptItem<T>> {
  return useSyncExternalStore(
    onKeptChange,
    useCallback(() => items.all(workspaceId), [items, workspaceId])
  );
}

/** '' for what was never encoded here. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
