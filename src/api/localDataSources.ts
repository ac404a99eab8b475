import { config } from '@grafana/runtime';
import { readAddress, withAuthority } from '../domain/address/address';
import { type DataSource, isDataSource, listedDataSources } from '../domain/address/dataSource';
import { unsafeNumbers } from '../domain/address/unsafeNumbers';
import { type AccessRight } from '../domain/dataSourceAccess';
import { type Endpoint } from '../domain/endpoint';
import { type Failure, isOutcomeUnknown } from '../domain/failure';
import { endpointChange } from '../domain/fillIn/endpointChange';
import { newDataSource } from '../domain/fillIn/newDataSource';
import { changedAuthorities, makeReceipt, undoRefusal } from '../domain/fillIn/undo';
import { isJsonObject, type JsonObject } from '../domain/json';
import { type DataSourceClient, type DataSourceRead, splitRights } from './dataSourceClient';
import { localHealth } from './dataSourceHealth';
import { localDependents } from './localDependents';
import { findEndpoint } from './endpoints';
import { BackendError, toBackendError, unreadableAnswer } from './errors';
import { dataSourceError, grafanaAnswer, type GrafanaAnswer } from './grafanaAnswer';

const LIST = '/api/datasources';
const one = (uid: string) => `${LIST}/uid/${encodeURIComponent(uid)}`;

/** The data sources of the Grafana that runs this plugin, with the user's own rights. */
export const localDataSources: DataSourceClient = {
  async list(signal) {
    const { body } = succeeded(await grafanaAnswer({ url: LIST, method: 'GET', abortSignal: signal }));
    if (!Array.isArray(body)) {
      throw unreadableAnswer('Not a list of data sources.');
    }
    return listedDataSources(body);
  },

  read,

  async fill({ dataSource, endpoint, change }) {
    const authorities = changedAuthorities(dataSource, change);
    const now = await writeOnce(withAuthority(dataSource, authorities.after));
    const receipt = makeReceipt(now, authorities, '');
    return { dataSource: now, receipt, endpointChanged: await endpointChangedSince(endpoint) };
  },

  async undo(receipt) {
    const { dataSource } = await read(receipt.uid);
    const refusal = undoRefusal(receipt, dataSource);
    if (refusal) {
      throw new BackendError({ code: 'receipt_stale', message: refusal }, 0);
    }
    return await writeOnce(withAuthority(dataSource, receipt.before));
  },

  async create(request) {
    const made = newDataSource(request);
    if (!made.ok) {
      throw new BackendError({ code: 'invalid_request', ...made.problem }, 0);
    }
    const dataSource = await verifyOutcome(
      async () => written(await grafanaAnswer({ url: LIST, method: 'POST', data: made.value })),
      () => findCreated(made.value)
    );
    return { dataSource, endpointChanged: await endpointChangedSince(request.endpoint) };
  },

  health: localHealth,

  dependents: (sources, signal) => localDependents(new Set(sources.flatMap(({ uid, name }) => [uid, name])), signal),

  // Rights can be given for single data sources too: what a write really may do, Grafana decides.
  access: () =>
    Promise.resolve({
      signIn: 'user',
      origin: '',
      publicAccess: true,
      reachable: true,
      role: config.bootData.user.orgRole,
      permissions: {
        read: granted('read'),
        query: granted('query'),
        create: granted('create'),
        write: granted('write'),
        delete: granted('delete'),
      },
    }),
};

/** The right as Grafana told it when the page was loaded; where it tells none, it is unknown. */
function granted(what: string): AccessRight {
  const { permissions } = config.bootData.user;
  return permissions ? (permissions[`datasources:${what}`] ? 'yes' : 'no') : 'unknown';
}

async function read(uid: string, signal?: AbortSignal): Promise<DataSourceRead> {
  const options = { url: one(uid), method: 'GET', params: { accesscontrol: true }, abortSignal: signal };
  const answer = succeeded(await grafanaAnswer(options));
  if (!isDataSource(answer.body)) {
    throw unreadableAnswer('Not a data source.');
  }
  return { ...splitRights(answer.body), unsafeNumbers: unsafeNumbers(answer.text) };
}

/**
 * Writes a whole data source with its version. Without one Grafana would overwrite whatever someone else wrote meanwhile
 * and start counting anew (Grafana 12.4, pkg/services/datasources/service/store.go).
 */
async function write(dataSource: DataSource): Promise<DataSource> {
  if (versionOf(dataSource) < 1) {
    throw new BackendError(
      {
        code: 'datasource_without_version',
        message: 'Grafana returned no version for this data source, so it can’t be changed safely here.',
        hint: 'Save the data source once in Grafana, then try again.',
      },
      0
    );
  }
  return written(await grafanaAnswer({ url: one(dataSource.uid), method: 'PUT', data: dataSource }));
}

function writeOnce(wanted: DataSource): Promise<DataSource> {
  return verifyOutcome(
    () => write(wanted),
    async () => {
      const { dataSource: now } = await read(wanted.uid);
      return versionOf(now) === versionOf(wanted) + 1 && sameAddress(now, wanted) ? now : undefined;
    }
  );
}

// Names are unique, so nothing is created twice.
async function findCreated(wanted: JsonObject): Promise<DataSource | undefined> {
  const found = (await localDataSources.list()).find(({ name }) => name === wanted.name);
  const now = found && (await read(found.uid)).dataSource;
  const isOurs = now && now.type === wanted.type && versionOf(now) === 1 && sameAddress(now, { ...now, ...wanted });
  return isOurs ? now : undefined;
}

/** Reads before anybody tries again: an answer that got lost may have been a success. */
async function verifyOutcome(
  write: () => Promise<DataSource>,
  look: () => Promise<DataSource | undefined>
): Promise<DataSource> {
  try {
    return await write();
  } catch (thrown) {
    const isLost = isOutcomeUnknown(toBackendError(thrown).code);
    const found = isLost ? await look().catch(() => undefined) : undefined;
    if (found) {
      return found;
    }
    throw thrown;
  }
}

function sameAddress(a: DataSource, b: DataSource): boolean {
  const [one, other] = [readAddress(a), readAddress(b)];
  return one !== undefined && other !== undefined && one.field === other.field && one.text === other.text;
}

function succeeded(answer: GrafanaAnswer): GrafanaAnswer {
  if (answer.status >= 400) {
    throw dataSourceError(answer);
  }
  return answer;
}

function written(answer: GrafanaAnswer): DataSource {
  const { body } = succeeded(answer);
  const dataSource = isJsonObject(body) ? body.datasource : undefined;
  if (!isDataSource(dataSource)) {
    throw unreadableAnswer('No data source in the answer to a change.');
  }
  return dataSource;
}

function versionOf({ version }: JsonObject): number {
  return typeof version === 'number' ? version : 0;
}

/** Reads an endpoint again once its address stands in a data source, and says what is different. A read that fails says nothing. */
function endpointChangedSince(before: Endpoint): Promise<Failure | undefined> {
  return findEndpoint(before.name).then(
    (now) => endpointChange(before, now),
    () => undefined
  );
}
