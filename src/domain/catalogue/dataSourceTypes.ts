import catalogue from '../../../catalogue/dataSourceTypes.json';
import { type JsonObject } from '../json';

/** The ways in which data sources write an address. */
export type AddressShape = 'url' | 'origin' | 'hostPort' | 'mssql' | 'host' | 'connectionString' | 'redis' | 'broker';

/** How one type of data source keeps its address. */
export interface AddressKind {
  /** `url`, or `jsonData.` and a key. */
  field: string;
  /** Where older versions of the plugin kept it. */
  legacyField?: string;
  /** Settings in jsonData that must be so, or empty where they are empty here, for the field to hold the address. */
  only?: Readonly<Record<string, string | number | boolean>>;
  shape: AddressShape;
  /** What the plugin adds to the text to make a host of it. */
  suffix?: string;
  /** A list of URLs that must name the same host. */
  alsoIn?: string;
  /** The store's usual port. */
  port?: number;
  /** The usual one with TLS, where TLS is a scheme of its own. */
  tlsPort?: number;
  /** The usual ports of a type that keeps its port in `jsonData.port` and switches TLS beside it. */
  portBeside?: { plain: number; tls: number };
  /** What switches TLS on: the scheme, an option of the address, or a setting. */
  tls:
    | 'scheme'
    | 'options'
    | 'sslmode'
    | 'certificates'
    | 'tlsAuth'
    | 'encrypt'
    | 'secure'
    | 'tlsDisabled'
    | 'always'
    | 'unknown';
  /** True for types whose field isn't known for sure: the value is shown, never written. */
  pasteOnly?: boolean;
  silentHealth?: SilentHealth;
}

/** A health check that keeps the reason of a failure to Grafana's log, while any query tells it. */
interface SilentHealth {
  /** How its answer begins. */
  says: string;
  /** The smallest query that makes the plugin ask its store. */
  query: JsonObject;
}

/** One type of data source; types without a field have no address of their own. */
export type DataSourceType = { title: string; source?: string } & (AddressKind | { field?: undefined });

type Entry = DataSourceType | { aliasOf: string };

const entries = catalogue.types as { [type: string]: Entry };

/** What is known of a type, by plugin id; undefined for types we don't know. */
export function dataSourceType(type: string): DataSourceType | undefined {
  const entry = Object.hasOwn(entries, type) ? entries[type] : undefined;
  return entry && 'aliasOf' in entry ? dataSourceType(entry.aliasOf) : entry;
}

/** How a type keeps its address; undefined for types we don't know and for those without one. */
export function addressKind(type: string): AddressKind | undefined {
  const known = dataSourceType(type);
  return known?.field === undefined ? undefined : known;
}

/** True for types that have no address of their own: private access is a matter of names alone. */
export function hasNoAddress(type: string): boolean {
  const known = dataSourceType(type);
  return known !== undefined && known.field === undefined;
}

/** The plugin id that a type goes by today. */
export function presentType(type: string): string {
  const entry = Object.hasOwn(entries, type) ? entries[type] : undefined;
  return entry && 'aliasOf' in entry ? entry.aliasOf : type;
}

/** Types with an address that can be written, older names left out. */
export const writableTypes: readonly string[] = Object.keys(entries).filter(
  (type) => presentType(type) === type && addressKind(type)?.pasteOnly === undefined && addressKind(type)
);

/** A data source type's name for people; the plugin id where we know none. */
export function dataSourceName(type: string): string {
  return dataSourceType(type)?.title ?? type;
}

/** Data source types in words, each name once: the first few by name, the others as a number. */
export function dataSourceNames(types: readonly string[], atMost = types.length): string {
  const names = [...new Set(types.map(dataSourceName))];
  const more = names.length - atMost;
  return names.slice(0, atMost).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The types whose health checks hide the reason of a failure. */
export const silentTypes: ReadonlyArray<SilentHealth & { type: string }> = Object.keys(entries).flatMap((type) => {
  const silent = addressKind(type)?.silentHealth;
  return silent ? [{ type, ...silent }] : [];
});
