/** A query of an alert rule, or an expression over one. */
export interface RuleQuery {
  refId: string;
  /** `__expr__` for an expression. */
  datasourceUid: string;
  /** Seconds before now. */
  relativeTimeRange?: { from: number; to: number };
  model: Record<string, unknown>;
}

/** An alert rule, as far as the preview evaluates it (Grafana 12.4, pkg/services/ngalert/api/tooling/definitions). */
export interface AlertRule {
  uid: string;
  title: string;
  folderUID: string;
  ruleGroup: string;
  /** The refId whose result counts. */
  condition: string;
  data: RuleQuery[];
  /** How long it has to hold before it fires: 0s, 15m or 1h. */
  for: string;
  noDataState: string;
  execErrState: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** `api` unless it was created with X-Disable-Provenance, `file` where a file provisions it. */
  provenance: '' | 'api' | 'file';
}

const units: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration such as 90s or 15m; undefined for what isn't one. */
export function duration(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+)([smhd])/g)];
  const isWhole = parts.map(([part]) => part).join('') === text && text !== '';
  return isWhole ? parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0), 0) : undefined;
}
