import { config } from '@grafana/runtime';
import { fillHost } from '../domain/address/address';
import { type AddressField, readField, writeField } from '../domain/address/addressAdapters';
import { type DataSource, isDataSource } from '../domain/address/dataSource';
import { unsafeNumbers } from '../domain/address/unsafeNumbers';
import { newDataSource } from '../domain/fillIn/newDataSource';
import { undoRefusal } from '../domain/fillIn/undo';
import { type AccessRight } from '../domain/dataSourceAccess';
import { isJsonObject, type JsonObject } from '../domain/json';
import { dataSourceError } from './dataSourceFailure';
import { splitRights } from './dataSourceRights';
import { insideHealth } from './dataSourceHealth';
import { type DataSourceClient, type DataSourceRead } from './dataSourceClient';
import { BackendError, toBackendError, unreadableAnswer } from './errors';
import { grafanaAnswer, type GrafanaAnswer } from './grafanaAnswer';

const LIST = '/api/datasources';
const one = (uid: string) => `${LIST}/uid/${encodeURIComponent(uid)}`;

/** The data sources of the Grafana that runs this plugin, with the user's own rights. */
export const insideDataSources: DataSourceClient = {
  async list() {
    const { body } = succeeded(await grafanaAnswer({ url: LIST, method: 'GET' }));
    if (!Array.isArray(body)) {
      throw unreadableAnswer('Not a list of data sources.');
    }
    return body.filter(isDataSource);
  },

  read,

  async fill({ dataSource, field, value, hostBefore, host }) {
    const body = await writeOnce(writeField(dataSource, field, value), field);
    const receipt = {
      uid: dataSource.uid,
      name: dataSource.name,
      field,
      hostBefore,
      host,
      version: versionOf(body),
      at: Date.now(),
      sealed: '',
    };
    return { dataSource: body, receipt };
  },

  async undo(receipt) {
    const { dataSource } = await read(receipt.uid);
    const refusal = undoRefusal(receipt, dataSource);
    if (refusal) {
      throw new BackendError({ code: 'receipt_stale', message: refusal }, 0);
    }
    return await writeOnce(fillHost(dataSource, receipt.hostBefore), receipt.field);
  },

  async create(request) {
    const made = newDataSource(request);
    if (!made.ok) {
      throw new BackendError({ code: 'invalid_request', ...made.problem }, 0);
    }
    return written(await grafanaAnswer({ url: LIST, method: 'POST', data: made.value }));
  },

  health: insideHealth,

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

async function read(uid: string): Promise<DataSourceRead> {
  const answer = succeeded(await grafanaAnswer({ url: one(uid), method: 'GET', params: { accesscontrol: true } }));
  if (!isDataSource(answer.body)) {
    throw unreadableAnswer('Not a data source.');
  }
  return { ...splitRights(answer.body), unsafeNumbers: unsafeNumbers(answer.text) };
}

/**
 * Writes a whole data source with its version. Without one Grafana would overwrite whatever somebody else wrote meanwhile
 * and start counting anew (Grafana 12.4, pkg/services/datasources/service/store.go).
 */
async function write(dataSource: DataSource): Promise<DataSource> {
  if (versionOf(dataSource) < 1) {
    throw new BackendError(
      {
        code: 'datasource_without_version',
        message: 'Grafana tells no version of this data source, so it can’t be changed safely from here.',
        hint: 'Open it, save it once, then try again.',
      },
      0
    );
  }
  return written(await grafanaAnswer({ url: one(dataSource.uid), method: 'PUT', data: dataSource }));
}

// An answer that got lost may have been a success: it is read before anybody tries again.
async function writeOnce(wanted: DataSource, field: AddressField): Promise<DataSource> {
  try {
    return await write(wanted);
  } catch (thrown) {
    const { code } = toBackendError(thrown);
    const now = ['unreachable', 'grafana_failed', 'unreadable_answer'].includes(code)
      ? (await read(wanted.uid).catch(() => undefined))?.dataSource
      : undefined;
    if (now && versionOf(now) === versionOf(wanted) + 1 && readField(now, field) === readField(wanted, field)) {
      return now;
    }
    throw thrown;
  }
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
