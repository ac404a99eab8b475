import { isJsonObject, type JsonObject, type JsonValue } from './json';

/** How many dashboards and alert rules use some data sources, as far as they may be seen; null where that isn't known. */
export interface Dependents {
  dashboards: number | null;
  alertRules: number | null;
}

/** True when a dashboard or a rule refers to one of some data sources: by uid, or by name as older and newer dashboards do. */
export function usesAny(value: JsonValue | undefined, wanted: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) {
    return value.some((item) => usesAny(item, wanted));
  }
  return (
    isJsonObject(value) &&
    (refersTo(choice(value), wanted) ||
      Object.entries(value).some(
        ([key, item]) =>
          (['datasource', 'datasourceUid'].includes(key) && refersTo(item, wanted)) || usesAny(item, wanted)
      ))
  );
}

// What a variable of a dashboard that chooses among data sources is set to, in both forms of dashboards.
function choice({ type, kind, current, spec }: JsonObject): JsonValue | undefined {
  const chosen = kind === 'DatasourceVariable' && isJsonObject(spec) ? spec.current : type === 'datasource' && current;
  return isJsonObject(chosen) ? chosen.value : undefined;
}

function refersTo(reference: JsonValue | undefined, wanted: ReadonlySet<string>): boolean {
  if (Array.isArray(reference)) {
    return reference.some((one) => refersTo(one, wanted));
  }
  return isJsonObject(reference)
    ? refersTo(reference.uid, wanted) || refersTo(reference.name, wanted)
    : typeof reference === 'string' && wanted.has(reference);
}

/** What else a deletion would break, in words. There may always be more that this user or token can't see. */
export function describeDependents({ dashboards, alertRules }: Dependents): string {
  if (dashboards === null && alertRules === null) {
    return 'It isn’t known which dashboards and alert rules use them.';
  }
  const counts = [
    dashboards && `${dashboards} ${dashboards === 1 ? 'dashboard' : 'dashboards'}`,
    alertRules && `${alertRules} ${alertRules === 1 ? 'alert rule' : 'alert rules'}`,
  ].filter((text) => typeof text === 'string');
  const unknown = dashboards === null ? 'dashboards' : alertRules === null ? 'alert rules' : '';
  const known = ['dashboards', 'alert rules'].filter((name) => name !== unknown).join(' or ');
  return [
    counts.length > 0 ? `At least ${counts.join(' and ')} will be affected.` : `No ${known} are known to use them.`,
    unknown && `It isn’t known which ${unknown} use them.`,
  ]
    .filter(Boolean)
    .join(' ');
}
