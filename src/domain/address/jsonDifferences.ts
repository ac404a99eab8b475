import { isJsonObject, jsonEqual, type JsonValue } from '../json';

/** One place where two JSON values differ; undefined where a side has nothing. */
export interface Difference {
  /** Keys joined by dots; '' for the whole. */
  path: string;
  before: JsonValue | undefined;
  after: JsonValue | undefined;
}

/** Lists where two JSON values differ, object by object; arrays are compared whole. Used to show what someone else changed. */
export function jsonDifferences(before: JsonValue | undefined, after: JsonValue | undefined, path = ''): Difference[] {
  if (jsonEqual(before, after)) {
    return [];
  }
  if (!isJsonObject(before) || !isJsonObject(after)) {
    return [{ path, before, after }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => jsonDifferences(own(before, key), own(after, key), path ? `${path}.${key}` : key));
}

function own(object: { [key: string]: JsonValue }, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
