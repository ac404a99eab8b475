import { type JsonObject } from '../json';

/** A provisioning file of alert rules, as docs/monitoring has one. */
export interface AlertRuleFile {
  groups: Array<{ name: string; folder: string; rules: AlertRule[] }>;
}

interface AlertRule extends JsonObject {
  uid: string;
  title: string;
  data: Array<JsonObject & { datasourceUid: string }>;
}

/** The data source that the file names. */
const NAMED = 'azure-private-endpoints';

/** The file as text, for another data source. */
export function ruleFileFor(text: string, dataSourceUid: string): string {
  return dataSourceUid === NAMED
    ? text
    : text.replaceAll(`datasourceUid: ${NAMED}\n`, `datasourceUid: ${JSON.stringify(dataSourceUid)}\n`);
}

/** The rules of the file for a data source, as Grafana's provisioning API takes them, without their folder. */
export function rulesFor(file: AlertRuleFile, dataSourceUid: string): AlertRule[] {
  return file.groups.flatMap(({ name, rules }) =>
    rules.map((rule) => ({
      ...rule,
      ruleGroup: name,
      data: rule.data.map((query) =>
        query.datasourceUid === NAMED ? { ...query, datasourceUid: dataSourceUid } : query
      ),
    }))
  );
}
