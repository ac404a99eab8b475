import { useCallback, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { PLUGIN_ID } from '../constants';
import { drop, keep, readKept, storageKey } from './browserStorage';

/** One thing that this browser keeps among others of its sort. */
export interface KeptItem<T> {
  id: string;
  value: T;
}

/** Things of one sort, kept for a workspace (workspaceIdentity; '' keeps nothing). All tabs see the same. */
export interface KeptItems<T> {
  /** The same array as long as nothing changed. */
  all(workspaceId: string): ReadonlyArray<KeptItem<T>>;
  find(workspaceId: string, id: string): T | undefined;
  put(workspaceId: string, id: string, value: T): void;
  remove(workspaceId: string, id: string): void;
}

/** What was read, in order and by id. */
interface Known<T> {
  list: ReadonlyArray<KeptItem<T>>;
  byId: ReadonlyMap<string, T>;
}

const listeners = new Set<() => void>();
/** By the sort of things: a change to one sort leaves the others as they are, so nothing renders for nothing. */
const forgetters = new Map<string, () => void>();
let listening = false;

/** Calls back when anything that is kept changes, in this tab or another; returns how to stop. */
function onKeptChange(changed: () => void): () => void {
  listenToOtherTabs();
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/**
 * Each item has a storage key of its own: two tabs that write at the same moment never overwrite each other's items.
 * @param what names the sort in storage keys, without `~` and `:`
 * @param schema what can't be read by it, from an older version or by someone's hand, is left out
 */
export function keptItems<T>(what: string, schema: z.ZodMiniType<T>): KeptItems<T> {
  const cache = new Map<string, Known<T>>();
  // Where the browser refuses to store, things last as long as the page.
  const unstored = new Map<string, T>();
  forgetters.set(what, () => cache.clear());
  const keyOf = (workspaceId: string, id: string) =>
    storageKey(`${what}~${encodeURIComponent(id).replaceAll('~', '%7E')}`, workspaceId);

  function read(workspaceId: string): Array<KeptItem<T>> {
    const [before = '', after = ''] = keyOf(workspaceId, '').split('~');
    return [...new Set([...storedKeys(), ...unstored.keys()])]
      .filter((key) => key.startsWith(`${before}~`) && key.endsWith(after) && key.split('~').length === 2)
      .flatMap((key) => {
        const parsed = z.safeParse(schema, unstored.get(key) ?? readKept(key)?.value);
        const id = decoded(key.slice(before.length + 1, key.length - after.length));
        return parsed.success && id !== '' ? [{ id, value: parsed.data }] : [];
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  function known(workspaceId: string): Known<T> {
    listenToOtherTabs();
    const found = cache.get(workspaceId) ?? index(workspaceId ? read(workspaceId) : []);
    cache.set(workspaceId, found);
    return found;
  }

  return {
    all: (workspaceId) => known(workspaceId).list,
    find: (workspaceId, id) => known(workspaceId).byId.get(id),
    put: (workspaceId, id, value) => {
      if (!workspaceId) {
        return;
      }
      const key = keyOf(workspaceId, id);
      unstored.delete(key);
      if (!keep(key, value)) {
        unstored.set(key, value);
      }
      tell(what);
    },
    remove: (workspaceId, id) => {
      unstored.delete(keyOf(workspaceId, id));
      drop(keyOf(workspaceId, id));
      tell(what);
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

function index<T>(list: ReadonlyArray<KeptItem<T>>): Known<T> {
  return { list, byId: new Map(list.map(({ id, value }) => [id, value])) };
}

/** '' for what was never encoded here. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function tell(what: string) {
  forgetters.get(what)?.();
  listeners.forEach((listener) => listener());
}

function listenToOtherTabs() {
  if (!listening) {
    listening = true;
    window.addEventListener('storage', ({ key }) => {
      const touched = [...forgetters.keys()].filter((what) => key === null || isOf(key, what));
      touched.forEach(tell);
    });
  }
}

function isOf(key: string, what: string): boolean {
  return key.startsWith(`${PLUGIN_ID}:`) && key.includes(`:${what}~`);
}

function storedKeys(): string[] {
  try {
    return Object.keys(window.localStorage);
  } catch {
    return [];
  }
}
