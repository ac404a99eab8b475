import { config } from '@grafana/runtime';
import { readField, writeField } from '../domain/address/addressAdapters';
import { type DataSource, isDataSource } from '../domain/address/dataSource';
import { unsafeNumbers } from '../domain/address/unsafeNumbers';
import { newDataSource } from '../domain/fillIn/newDataSource';
import { undoRefusal } from '../domain/fillIn/undo';
import { isJsonObject, type JsonObject } from '../domain/json';
import { dataSourceError } from './dataSourceFailure';
import { insideHealth } from './dataSourceHealth';
import { type DataSourceClient, type DataSourceRead } from './dataSources';
import { BackendError, unreadableAnswer } from './errors';
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

  async fill({ dataSource, field, value }) {
    const { body } = await write(writeField(dataSource, field, value));
    const receipt = {
      uid: dataSource.uid,
      name: dataSource.name,
      field,
      before: readField(dataSource, field),
      after: value,
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
      throw new BackendError({ code: 'undo_refused', message: refusal }, 0);
    }
    return (await write(writeField(dataSource, receipt.field, receipt.before))).body;
  },

  async create(request) {
    const made = newDataSource(request);
    if (!made.ok) {
      throw new BackendError({ code: 'invalid_request', ...made.problem }, 0);
    }
    return written(await grafanaAnswer({ url: LIST, method: 'POST', data: made.value })).body;
  },

  health: insideHealth,

  // Rights can be given for single data sources: what a write really may do, Grafana decides.
  async access() {
    const write = granted('datasources:write');
    const create = granted('datasources:create');
    const missing = [write ? '' : 'datasources:write', create ? '' : 'datasources:create'].filter(Boolean);
    return {
      who: 'You',
      read: granted('datasources:read'),
      write,
      create,
      missing:
        missing.length > 0
          ? `You don’t have the right to change all data sources (${missing.join(', ')}). Ask a Grafana admin.`
          : '',
    };
  },
};

/** The right as Grafana told it when the page was loaded. */
function granted(action: string): boolean {
  return config.bootData.user.permissions?.[action] === true;
}

async function read(uid: string): Promise<DataSourceRead> {
  const answer = succeeded(await grafanaAnswer({ url: one(uid), method: 'GET', params: { accesscontrol: true } }));
  if (!isDataSource(answer.body)) {
    throw unreadableAnswer('Not a data source.');
  }
  // The rights belong to the question, not to the data source: they are not written back.
  const { accessControl, ...dataSource } = answer.body;
  return {
    dataSource: dataSource as DataSource,
    unsafeNumbers: unsafeNumbers(answer.text).map(({ key, text }) => (key ? `${key}: ${text}` : text)),
    mayWrite: !isJsonObject(accessControl) || accessControl['datasources:write'] === true,
  };
}

/**
 * Writes a whole data source with its version. Without one Grafana would overwrite whatever somebody else wrote meanwhile
 * and start counting anew (Grafana 12.4, pkg/services/datasources/service/store.go).
 */
async function write(dataSource: DataSource): Promise<{ body: DataSource }> {
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

function succeeded(answer: GrafanaAnswer): GrafanaAnswer {
  if (answer.status >= 400) {
    throw dataSourceError(answer);
  }
  return answer;
}

function written(answer: GrafanaAnswer): { body: DataSource } {
  const { body } = succeeded(answer);
  const dataSource = isJsonObject(body) ? body.datasource : undefined;
  if (!isDataSource(dataSource)) {
    throw unreadableAnswer('No data source in the answer to a change.');
  }
  return { body: dataSource };
}

function versionOf({ version }: JsonObject): number {
  return typeof version === 'number' ? version : 0;
}
