import { randomUUID } from 'node:crypto';

import { GrafanaError } from './grafanaError';
import { type DataSourceCommand, hasUsableUrl } from './dataSourceCommand';

/** A data source as it is kept, secrets included. */
export interface StoredDataSource extends DataSourceCommand {
  id: number;
  jsonData: Record<string, unknown>;
  readOnly: boolean;
}

/**
 * The data sources of one Grafana with the write rules of Grafana 12 (pkg/services/datasources/service): a write
 * replaces the whole object, secrets excepted; a stale version is a conflict; provisioned ones are read-only.
 */
export class DataSources {
  private sources: StoredDataSource[] = [];
  private lastId = 0;

  list(): StoredDataSource[] {
    return [...this.sources].sort((a, b) => a.name.localeCompare(b.name));
  }

  find(uid: string): StoredDataSource | undefined {
    return this.sources.find((source) => source.uid === uid);
  }

  /** @throws GrafanaError 404 */
  byUid(uid: string): StoredDataSource {
    const found = this.find(uid);
    if (!found) {
      throw new GrafanaError(404, 'Data source not found');
    }
    return found;
  }

  /** @throws GrafanaError 404 */
  byName(name: string): StoredDataSource {
    const found = this.sources.find((source) => source.name === name);
    if (!found) {
      throw new GrafanaError(404, 'Data source not found');
    }
    return found;
  }

  /**
   * An empty address is taken here, and refused by a later write.
   * @throws GrafanaError 400 for an odd uid or an address that the type can't have, 409 for a name or uid that is taken
   */
  add(given: DataSourceCommand, readOnly = false): StoredDataSource {
    const command = { ...given, name: given.name || this.freeName(given.type) };
    if (command.url) {
      checkUrl(command);
    }
    this.refuseTaken(command.name, command.uid, undefined);
    if (!/^[\w-]{0,40}$/.test(command.uid)) {
      throw new GrafanaError(400, 'Invalid datasource UID.', 'datasource.uidInvalid');
    }
    const created: StoredDataSource = {
      ...fields(command),
      id: ++this.lastId,
      uid: command.uid || randomUUID().replaceAll('-', '').slice(0, 14),
      jsonData: structuredClone(command.jsonData ?? {}),
      secureJsonData: { ...command.secureJsonData },
      url: command.url,
      version: 1,
      readOnly,
    };
    this.sources = [...this.withoutOtherDefault(created), created];
    return created;
  }

  /** @throws GrafanaError 400, 403 (read-only), 404, 409 (stale version or taken name), 500 (another uid in the body) */
  update(uid: string, command: DataSourceCommand): StoredDataSource {
    const stored = this.byUid(uid);
    if (stored.readOnly) {
      throw new GrafanaError(403, 'Cannot update read-only data source');
    }
    if (!command.name) {
      throw new GrafanaError(400, 'bad request data');
    }
    checkUrl(command);
    if (command.uid && command.uid !== uid) {
      throw new GrafanaError(500, 'Failed to update datasource');
    }
    this.refuseTaken(command.name, '', stored.uid);
    if (command.version && stored.version > command.version) {
      throw new GrafanaError(409, 'Datasource has already been updated by someone else. Please reload and try again');
    }
    const updated: StoredDataSource = {
      ...stored,
      ...fields(command),
      // Grafana's store does not write an empty address.
      url: command.url || stored.url,
      jsonData: structuredClone(command.jsonData ?? {}),
      secureJsonData: { ...stored.secureJsonData, ...command.secureJsonData },
      version: command.version ? command.version + 1 : 1,
    };
    this.sources = this.withoutOtherDefault(updated).map((source) => (source.uid === uid ? updated : source));
    return updated;
  }

  /** @throws GrafanaError 403 (read-only), 404 */
  remove(uid: string): StoredDataSource {
    const stored = this.byUid(uid);
    if (stored.readOnly) {
      throw new GrafanaError(403, 'Cannot delete read-only data source');
    }
    this.sources = this.sources.filter((source) => source.uid !== uid);
    return stored;
  }

  private refuseTaken(name: string, uid: string, own: string | undefined): void {
    const others = this.sources.filter((source) => source.uid !== own);
    if (others.some((source) => source.name === name)) {
      throw new GrafanaError(
        409,
        own === undefined
          ? 'data source with the same name already exists'
          : 'Failed to update datasource: data source with the same name already exists'
      );
    }
    if (uid && others.some((source) => source.uid === uid)) {
      throw new GrafanaError(409, 'data source with the same uid already exists');
    }
  }

  private freeName(type: string): string {
    const taken = new Set(this.sources.map(({ name }) => name));
    let name = type;
    for (let count = 1; taken.has(name); count++) {
      name = `${type}-${count}`;
    }
    return name;
  }

  private withoutOtherDefault(written: StoredDataSource): StoredDataSource[] {
    return written.isDefault ? this.sources.map((source) => ({ ...source, isDefault: false })) : this.sources;
  }
}

function checkUrl(command: DataSourceCommand): void {
  if (!hasUsableUrl(command)) {
    throw new GrafanaError(400, 'Validation error, invalid URL');
  }
}

function fields(command: DataSourceCommand) {
  const { name, type, access, user, database, basicAuth, basicAuthUser, withCredentials, isDefault, apiVersion } =
    command;
  return { name, type, access, user, database, basicAuth, basicAuthUser, withCredentials, isDefault, apiVersion };
}
