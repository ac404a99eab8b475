import { randomUUID } from 'node:crypto';

import { GrafanaError } from '../../grafana/grafanaError';
import { type AlertRule, duration } from '../alerting/rule';
import { type RuleGroup, rulesOf } from '../alerting/ruleFile';

/** A folder of dashboards and alert rules. */
export interface Folder {
  uid: string;
  title: string;
}

/** What has become of one instance of a rule. */
export interface RuleState {
  labels: Record<string, string>;
  value: number;
  state: 'Normal' | 'Pending' | 'Alerting' | 'Error';
  /** Milliseconds since 1970, since when the condition holds. */
  activeAt?: number;
  error?: string;
}

export interface Evaluated {
  /** Milliseconds since 1970. */
  at: number;
  states: RuleState[];
}

/** Folders and alert rules of one preview, and what their evaluations found (Grafana 12.4, pkg/services/ngalert/provisioning). */
export class Alerting {
  readonly folders: Folder[] = [];
  readonly rules: AlertRule[] = [];
  readonly evaluated = new Map<string, Evaluated>();

  /** @throws GrafanaError 400 without a title, 409 for a uid that is taken. */
  addFolder({ uid, title }: Partial<Folder>): Folder {
    if (!title) {
      throw new GrafanaError(400, 'folder title cannot be empty');
    }
    if (this.folder(uid)) {
      throw new GrafanaError(409, 'a folder with the same UID already exists');
    }
    const folder = { uid: uid ?? randomUUID(), title };
    this.folders.push(folder);
    return folder;
  }

  folder(uid: string | undefined): Folder | undefined {
    return this.folders.find((folder) => folder.uid === uid);
  }

  /** @throws GrafanaError 400 for a rule that isn't complete, 409 where its uid is taken. */
  addRule(rule: AlertRule): void {
    const invalid = problemOf(rule, this.folder(rule.folderUID));
    if (invalid) {
      throw new GrafanaError(400, `invalid alert rule: ${invalid}`);
    }
    if (this.rules.some(({ uid }) => uid === rule.uid)) {
      const message = `Failed to save alert rule '${rule.uid}' in organization 1 due to conflict: UNIQUE constraint failed: alert_rule.org_id, alert_rule.uid`;
      throw new GrafanaError(409, message, 'alerting.alert-rule.conflict');
    }
    this.rules.push(rule);
  }

  /** Adds what a file provisions; its folder is found by its title. */
  provision(groups: RuleGroup[]): void {
    for (const group of groups) {
      const folder =
        this.folders.find(({ title }) => title === group.folder) ?? this.addFolder({ title: group.folder });
      rulesOf(group, folder.uid).forEach((rule) => this.addRule(rule));
    }
  }
}

function problemOf({ uid, title, ruleGroup, condition, data, ...rule }: AlertRule, folder: Folder | undefined) {
  if (!folder) {
    return rule.folderUID ? 'folder does not exist' : 'folderUID must be set';
  }
  if (!ruleGroup) {
    return 'rules must have a valid group';
  }
  if (!/^[\w-]{1,40}$/.test(uid)) {
    return `cannot create rule with UID '${uid}'`;
  }
  if (!title || data.length === 0 || !data.some(({ refId }) => refId === condition)) {
    return 'title, data and condition are required';
  }
  return duration(rule.for) === undefined ? `not a valid duration string: "${rule.for}"` : '';
}
