import { type JsonObject, type JsonValue, stringAt } from '../json';

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

/** True when it comes from a provisioning file and can't be changed through the API. */
export function isReadOnly(dataSource: DataSource): boolean {
  return dataSource.readOnly === true;
}
