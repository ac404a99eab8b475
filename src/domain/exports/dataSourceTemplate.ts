import { type DataSource } from '../address/dataSource';
import { isHidden, redactAddress, redactSetting } from '../address/redact';
import { addressKind } from '../catalogue/dataSourceTypes';
import { isJsonObject, type JsonValue } from '../json';
import { isTemplateObject, Placeholder, type Template, type TemplateObject } from './template';
import { withUniqueNames } from './uniqueNames';

/** A data source as code writes it: without secrets, with placeholders where they stand. */
export interface DataSourceTemplate {
  name: string;
  type: string;
  uid: string;
  /** Settings beside `jsonData` that aren't empty, by Grafana's own names. */
  settings: TemplateObject;
  jsonData: TemplateObject;
  /** A placeholder for each secret that Grafana stores. */
  secrets: TemplateObject;
  /** All placeholders in it. */
  placeholders: Placeholder[];
}

// As Grafana's API and its provisioning files call them.
const settings = [
  'orgId',
  'access',
  'url',
  'user',
  'database',
  'basicAuth',
  'basicAuthUser',
  'withCredentials',
  'isDefault',
];

/** Data sources, read whole, as code writes them. A placeholder's name says whose secret it is, and none stands twice. */
export function dataSourceTemplates(dataSources: readonly DataSource[]): DataSourceTemplate[] {
  const taken = new Set<string>();
  return withUniqueNames(dataSources, prefixOf).map(([prefix, dataSource]) => templateOf(dataSource, prefix, taken));
}

function prefixOf({ name, uid }: DataSource): string {
  const own = snakeCase(name) || snakeCase(uid);
  return /^[a-z]/.test(own) ? own : `ds_${own}`;
}

function templateOf(dataSource: DataSource, prefix: string, taken: Set<string>): DataSourceTemplate {
  const { name, type, uid, secureJsonFields, jsonData } = dataSource;
  const placeholders: Placeholder[] = [];
  const secretAt = (path: string): Placeholder => {
    const base = `${prefix}_${snakeCase(path)}`;
    let unique = base;
    for (let n = 2; taken.has(unique); n++) {
      unique = `${base}_${n}`;
    }
    taken.add(unique);
    const placeholder = new Placeholder(unique);
    placeholders.push(placeholder);
    return placeholder;
  };
  const without = (value: JsonValue, path: string): Template => {
    if (Array.isArray(value)) {
      return value.map((item, i) => without(item, `${path}.${i}`));
    }
    if (isJsonObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, without(inner, `${path}.${key}`)]));
    }
    return typeof value === 'string' && holdsSecret(type, path, value)
      ? secretAt(path.replace('jsonData.', ''))
      : value;
  };
  const set = settings
    .filter((key) => ![undefined, null, '', false].includes(dataSource[key] as undefined))
    .map((key) => [key, without(dataSource[key] ?? null, key)]);
  const plain = without(jsonData ?? {}, 'jsonData');
  const stored = isJsonObject(secureJsonFields) ? secureJsonFields : {};
  return {
    ...{ name, type, uid },
    settings: Object.fromEntries(set),
    jsonData: isTemplateObject(plain) ? plain : {},
    secrets: Object.fromEntries(
      Object.keys(stored)
        .filter((key) => stored[key] === true)
        .map((key) => [key, secretAt(key)])
    ),
    placeholders,
  };
}

/** True where a setting holds a secret, or where the backend hid one in it. */
function holdsSecret(type: string, path: string, value: string): boolean {
  const kind = addressKind(type);
  const isAddress = path === 'url' || path === kind?.field || path === kind?.legacyField;
  return isHidden(value) || redactSetting(path, value) !== value || (isAddress && redactAddress(value) !== value);
}

/** basicAuthPassword and "Basic auth: password" are basic_auth_password; '' where no letter or digit is left. */
function snakeCase(text: string): string {
  return text
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}
