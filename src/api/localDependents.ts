import { type Dependents, usesAny } from '../domain/dependents';
import { isJsonObject, type JsonValue, stringAt } from '../domain/json';
import { grafanaAnswer } from './grafanaAnswer';

// The backend reads as many of the workspace's Grafana (pkg/grafana/dependents.go).
const MOST = 100;
const AT_ONCE = 6;

/**
 * Counts what uses some data sources in this Grafana, as far as the user may see it. Grafana has no such list, so the
 * first dashboards are read. API and rules: Grafana 12.4, pkg/api/api.go and pkg/services/ngalert/api.
 * @param wanted their uids and names
 */
export async function localDependents(wanted: ReadonlySet<string>, signal?: AbortSignal): Promise<Dependents> {
  const dashboards = await countDashboards(wanted, signal);
  return { dashboards, alertRules: await countRules(wanted, signal) };
}

async function countDashboards(wanted: ReadonlySet<string>, signal?: AbortSignal): Promise<number | null> {
  const found = await read('/api/search', signal, { type: 'dash-db', limit: MOST });
  if (!Array.isArray(found)) {
    return null;
  }
  const uids = found.map((one) => stringAt(one, 'uid')).slice(0, MOST);
  const used: Array<boolean | undefined> = [];
  for (let first = 0; first < uids.length; first += AT_ONCE) {
    const some = uids.slice(first, first + AT_ONCE).map(async (uid) => {
      const dashboard = await read(`/api/dashboards/uid/${encodeURIComponent(uid)}`, signal);
      return dashboard === undefined ? undefined : usesAny(dashboard, wanted);
    });
    used.push(...(await Promise.all(some)));
  }
  const count = used.filter(Boolean).length;
  return count === 0 && (used.includes(undefined) || uids.length === MOST) ? null : count;
}

async function countRules(wanted: ReadonlySet<string>, signal?: AbortSignal): Promise<number | null> {
  const folders = await read('/api/ruler/grafana/api/v1/rules', signal);
  const groups = isJsonObject(folders) ? Object.values(folders).flat() : undefined;
  const rules = groups?.flatMap((group) => (isJsonObject(group) && Array.isArray(group.rules) ? group.rules : []));
  return rules ? rules.filter((rule) => usesAny(rule, wanted)).length : null;
}

/** What this user may not read, or can't, is unknown. */
async function read(
  url: string,
  abortSignal: AbortSignal | undefined,
  params?: Record<string, string | number>
): Promise<JsonValue | undefined> {
  const answer = await grafanaAnswer({ url, method: 'GET', params, abortSignal }).catch(() => undefined);
  return answer && answer.status < 300 ? answer.body : undefined;
}
