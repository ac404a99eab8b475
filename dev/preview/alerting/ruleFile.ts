import { type AlertRule } from './rule';

/** A group of rules in a provisioning file. */
export interface RuleGroup {
  name: string;
  folder: string;
  interval: string;
  rules: Array<Omit<AlertRule, 'folderUID' | 'ruleGroup' | 'provenance'>>;
}

/**
 * The rules of a group of a provisioning file (https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/).
 * @param folderUID of the folder that has the group's title
 */
export function rulesOf(group: RuleGroup, folderUID: string): AlertRule[] {
  return group.rules.map((rule) => ({ ...rule, folderUID, ruleGroup: group.name, provenance: 'file' }));
}
