import { secureFields } from './secureFields';
import { type StoredDataSource } from './dataSources';
import { dataSourceLogo, dataSourceTypeName } from './dataSourceTypes';

/** An entry of GET /api/datasources: no version, no names of secrets. */
export function listDto(source: StoredDataSource) {
  return { ...commonFields(source), typeName: dataSourceTypeName(source.type), typeLogoUrl: dataSourceLogo };
}

/** GET /api/datasources/uid/:uid and the `datasource` of write answers; secrets are named, never shown. */
export function fullDto(source: StoredDataSource) {
  return {
    ...commonFields(source),
    typeLogoUrl: '',
    basicAuthUser: source.basicAuthUser,
    withCredentials: source.withCredentials,
    secureJsonFields: secureFields(source.secureJsonData),
    version: source.version,
    apiVersion: source.apiVersion,
  };
}

function commonFields(source: StoredDataSource) {
  const { id, uid, name, type, access, url, user, database, basicAuth, isDefault, jsonData, readOnly } = source;
  return { id, uid, orgId: 1, name, type, access, url, user, database, basicAuth, isDefault, jsonData, readOnly };
}
