import { redactSetting } from '../address/redact';

/** Settings without their secrets, and where these stood. */
interface Sorted {
  settings: unknown;
  paths: string[];
}

/**
 * Sorts what looks like a secret out of stored `jsonData`, which Grafana shows every signed-in user. A provisioning file may
 * have put it there. The backend finds the same (pkg/plugin/exposed_secrets.go).
 */
export function sortExposed(jsonData: Readonly<Record<string, unknown>>) {
  const { settings, paths } = sort('', '', jsonData);
  return { settings: settings as Record<string, unknown>, paths: paths.sort() };
}

function sort(path: string, name: string, value: unknown): Sorted {
  if (typeof value === 'string' || typeof value === 'number') {
    const isSecret = redactSetting(name, String(value)) !== String(value);
    return isSecret ? { settings: undefined, paths: [path] } : { settings: value, paths: [] };
  }
  if (typeof value !== 'object' || value === null) {
    return { settings: value, paths: [] };
  }
  const isList = Array.isArray(value);
  const sorted = Object.entries(value).map(
    ([key, inner]) => [key, sort(path ? `${path}.${key}` : key, isList ? name : key, inner)] as const
  );
  const kept = sorted.filter(([, { settings }]) => settings !== undefined);
  return {
    settings: isList
      ? kept.map(([, { settings }]) => settings)
      : Object.fromEntries(kept.map(([key, { settings }]) => [key, settings])),
    paths: sorted.flatMap(([, { paths }]) => paths),
  };
}
