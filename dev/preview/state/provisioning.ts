import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

import { type DataSourceCommand, parseDataSourceCommand } from '../../grafana/dataSourceCommand';
import { DataSources } from '../../grafana/dataSources';
import { isRecord } from '../../grafana/json';
import { type RuleGroup } from '../alerting/ruleFile';
import { Alerting } from './alerting';
import { type StoredPluginSettings, noPluginSettings, wholeSeconds } from './pluginSettings';

/** An entry of provisioning/plugins/*.yaml. */
interface ProvisionedApp {
  type: string;
  disabled: boolean;
  jsonData: Record<string, unknown> | null;
  secureJsonData: Record<string, string>;
}

/** An entry of provisioning/datasources/*.yaml. */
interface ProvisionedDataSource {
  command: DataSourceCommand;
  editable: boolean;
}

/** https://grafana.com/docs/grafana/latest/administration/provisioning/ */
export interface Provisioning {
  apps: ProvisionedApp[];
  dataSources: ProvisionedDataSource[];
  /** Groups of alert rules. */
  ruleGroups: RuleGroup[];
}

export const nothingProvisioned: Provisioning = { apps: [], dataSources: [], ruleGroups: [] };

/**
 * Reads the folders plugins/, datasources/ and alerting/ (its rules) of a provisioning directory; $NAME and ${NAME} come from `environment`.
 * @throws Error that names the file and what is wrong in it.
 */
export async function readProvisioning(
  directory: string,
  environment: Record<string, string | undefined>
): Promise<Provisioning> {
  const apps = await readEntries(path.join(directory, 'plugins'), 'apps', environment);
  const sources = await readEntries(path.join(directory, 'datasources'), 'datasources', environment);
  const groups = await readEntries(path.join(directory, 'alerting'), 'groups', {});
  return {
    apps: apps.map(readApp),
    dataSources: sources.map(readDataSource),
    ruleGroups: groups.map(({ fields }) => fields as unknown as RuleGroup),
  };
}

interface Entry {
  file: string;
  fields: Record<string, unknown>;
}

async function readEntries(
  folder: string,
  key: string,
  environment: Record<string, string | undefined>
): Promise<Entry[]> {
  const names = await readdir(folder).catch(() => []);
  const entries: Entry[] = [];
  for (const name of names.filter((candidate) => /\.ya?ml$/.test(candidate)).sort()) {
    const file = path.join(folder, name);
    const document: unknown = expandEnvironment(parse(await readFile(file, 'utf8')), environment);
    const list = isRecord(document) ? (document[key] ?? []) : undefined;
    if (!Array.isArray(list) || !list.every(isRecord)) {
      throw new Error(`${file}: "${key}" must be a list of objects.`);
    }
    entries.push(...list.map((fields) => ({ file, fields })));
  }
  return entries;
}

function readApp({ file, fields }: Entry): ProvisionedApp {
  if (typeof fields.type !== 'string') {
    throw new Error(`${file}: each app needs a "type", the plugin's id.`);
  }
  const secrets = isRecord(fields.secureJsonData) ? Object.entries(fields.secureJsonData) : [];
  return {
    type: fields.type,
    disabled: fields.disabled === true,
    jsonData: isRecord(fields.jsonData) ? fields.jsonData : null,
    secureJsonData: Object.fromEntries(secrets.map(([name, value]) => [name, String(value)])),
  };
}

function readDataSource({ file, fields }: Entry): ProvisionedDataSource {
  const command = parseDataSourceCommand({ access: 'proxy', ...fields });
  if (!command) {
    throw new Error(`${file}: each data source needs a "name" and a "type".`);
  }
  return { command, editable: fields.editable === true };
}

/** What a reset puts back: settings, data sources and alert rules. Users and sessions stay, nobody is signed out. */
export interface PreviewState {
  settings: StoredPluginSettings;
  dataSources: DataSources;
  alerting: Alerting;
}

/** A Grafana after its first start with these provisioning files; `now` in milliseconds since 1970. */
export function createState(pluginId: string, provisioning: Provisioning, now: number): PreviewState {
  const updated = wholeSeconds(now);
  const app = provisioning.apps.find(({ type }) => type === pluginId);
  const dataSources = new DataSources();
  for (const { command, editable } of provisioning.dataSources) {
    dataSources.add(command, !editable);
  }
  const alerting = new Alerting();
  alerting.provision(provisioning.ruleGroups);
  if (!app) {
    return { settings: { ...noPluginSettings, updated }, dataSources, alerting };
  }
  const { disabled, jsonData, secureJsonData } = app;
  return { settings: { enabled: !disabled, pinned: true, jsonData, secureJsonData, updated }, dataSources, alerting };
}

/**
 * Replaces $NAME and ${NAME} in all strings of a YAML document as Grafana's provisioning does: unknown names become
 * empty, $$ is a dollar sign. Keys stay as they are.
 */
export function expandEnvironment(value: unknown, environment: Record<string, string | undefined>): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$(?:(\$)|\{(\w+)\}|(\w+))/g, (_match, dollar, braced, plain) =>
      dollar ? '$' : (environment[braced ?? plain] ?? '')
    );
  }
  if (Array.isArray(value)) {
    return value.map((item) => expandEnvironment(item, environment));
  }
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expandEnvironment(item, environment)]));
  }
  return value;
}
