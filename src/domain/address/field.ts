import { isJsonObject, type JsonObject, type JsonValue, stringAt } from '../json';

// A field is a key of the data source, or one of its jsonData: url, jsonData.host.

/** The text that a data source keeps in a field; '' where it keeps none. */
export function readText(dataSource: JsonObject, field: string): string {
  return stringAt(dataSource, ...field.split('.'));
}

/** A copy of the data source with one field changed and everything else as it was. */
export function writeField<T extends JsonObject>(dataSource: T, field: string, value: JsonValue): T {
  const [top, key] = field.split('.') as [string, string?];
  if (key === undefined) {
    return { ...dataSource, [top]: value };
  }
  const inner = dataSource[top];
  return { ...dataSource, [top]: { ...(isJsonObject(inner) ? inner : {}), [key]: value } };
}
