import { isJsonObject, type JsonObject, type JsonValue, stringAt } from '../json';
import { isOneLine, showHidden } from '../outsideText';

/** A data source as Grafana answers it when read by uid: any JSON object with these. Kept whole, since it is written back whole. */
export interface DataSource extends JsonObject {
  uid: string;
  name: string;
  type: string;
}

/** True when a value is a data source that can be worked with. */
export function isDataSource(value: JsonValue | undefined): value is DataSource {
  return (
    stringAt(value, 'uid') !== '' && stringAt(value, 'type') !== '' && typeof (value as JsonObject).name === 'string'
  );
}

/**
 * A data source of a list, to be shown and matched, never written back. An odd one keeps what can be read of it; without a
 * uid, by which all else asks for it, it is left out.
 */
export function listedDataSources(values: readonly JsonValue[]): DataSource[] {
  return values.filter(isJsonObject).flatMap((value) => {
    const [uid, type, name] = [stringAt(value, 'uid'), stringAt(value, 'type'), value.name ?? ''];
    const shown = showHidden(typeof name === 'string' ? name : JSON.stringify(name));
    return uid === '' || !isOneLine(uid) ? [] : [{ ...value, uid, type, name: shown || uid }];
  });
}

/** True when it comes from a provisioning file and can't be changed through the API. */
export function isReadOnly(dataSource: DataSource): boolean {
  return dataSource.readOnly === true;
}
