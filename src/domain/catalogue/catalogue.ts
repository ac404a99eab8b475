import { parseResourceId, resourceType } from '../resourceId';
import { databaseKinds } from './databaseKinds';
import { platformKinds } from './platformKinds';
import { type KindKey, type TargetKind } from './targetKind';

/** All kinds we know: the ten of the how-to and Cosmos DB vCore, in the order they are offered. */
export const catalogue: readonly TargetKind[] = [...platformKinds, ...databaseKinds];

const byKey = new Map(catalogue.map((kind) => [kind.key as string, kind]));
const byType = new Map(
  catalogue.flatMap((kind) =>
    [kind.resourceType, ...kind.otherTypes].map((type) => [type.toLowerCase(), kind] as const)
  )
);

/** The kind with a key; undefined when there is none. */
export function kindByKey(key: string): TargetKind | undefined {
  return byKey.get(key);
}

/** The kind of a resource type, whatever its casing; undefined when the catalogue doesn't hold it. */
export function kindByType(type: string): TargetKind | undefined {
  return byType.get(type.toLowerCase());
}

/** The kind of the target with an id; undefined when it can't be read or isn't in the catalogue. */
export function kindOfTarget(targetId: string): TargetKind | undefined {
  const id = parseResourceId(targetId);
  return id.ok ? kindByType(resourceType(id.value)) : undefined;
}

/** How a target's kind is told and filtered by, for any target id. */
export interface KindLabel {
  /** The catalogue's key; for an unknown kind `type:` and the lower-case resource type; '' when the id can't be read. */
  key: KindKey | `type:${string}` | '';
  /** The catalogue's title; else the resource type as Azure wrote it; else "Unknown kind". */
  title: string;
  known: boolean;
}

/** True where an endpoint leads to what the kind is about: one account of Cosmos DB serves several, told apart by sub-resource. */
export function leadsToKind(kind: TargetKind, subResources: readonly string[]): boolean {
  const own = kind.subResources.map(({ groupId }) => groupId.toLowerCase());
  const named = subResources.filter(Boolean);
  return own.length === 0 || named.length === 0 || named.some((name) => own.includes(name.toLowerCase()));
}

// The other APIs of a Cosmos DB account, by sub-resource in lower case.
const cosmosTitles: Record<string, string> = {
  sql: 'Azure Cosmos DB for NoSQL',
  cassandra: 'Azure Cosmos DB for Apache Cassandra',
  gremlin: 'Azure Cosmos DB for Apache Gremlin',
  table: 'Azure Cosmos DB for Table',
};

/** Names the kind of any target honestly: nothing is hidden because the catalogue lacks it. */
export function kindLabel(targetId: string, subResources: readonly string[] = []): KindLabel {
  const id = parseResourceId(targetId);
  if (!id.ok) {
    return { key: '', title: 'Unknown kind', known: false };
  }
  const type = resourceType(id.value);
  const kind = kindByType(type);
  if (kind && !leadsToKind(kind, subResources)) {
    const [first = ''] = subResources.filter(Boolean);
    const title = kind.key === 'cosmosMongo' ? cosmosTitles[first.toLowerCase()] : undefined;
    return {
      key: `type:${type.toLowerCase()}#${first.toLowerCase()}`,
      title: title ?? `${type} (${first})`,
      known: false,
    };
  }
  return kind
    ? { key: kind.key, title: kind.title, known: true }
    : { key: `type:${type.toLowerCase()}`, title: type, known: false };
}

/** The kinds that can serve a data source type, likeliest first: own services before private link services. */
export function kindsForDataSource(type: string): TargetKind[] {
  return catalogue
    .filter((kind) => kind.dataSourceTypes.includes(type))
    .sort((a, b) => Number(a.address === 'endpoint') - Number(b.address === 'endpoint'));
}
