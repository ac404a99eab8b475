import { type StoredDataSource } from '../../grafana/dataSources';
import { dataSourceLogo, dataSourceTypeName } from '../../grafana/dataSourceTypes';

/** A data source as the browser's `config.datasources` holds it: its URL is Grafana's proxy, never the real address. */
export function instanceSettings(source: StoredDataSource) {
  const { id, uid, type, name, access, isDefault, readOnly, jsonData } = source;
  return {
    id,
    uid,
    type,
    name,
    access,
    isDefault,
    readOnly,
    jsonData,
    url: `/api/datasources/proxy/uid/${uid}`,
    meta: {
      id: type,
      type: 'datasource',
      name: dataSourceTypeName(type),
      module: `core:plugin/${type}`,
      baseUrl: `public/plugins/${type}`,
      metrics: true,
      info: {
        author: { name: '' },
        description: '',
        links: [],
        logos: { small: dataSourceLogo, large: dataSourceLogo },
        screenshots: [],
        updated: '',
        version: '',
      },
    },
  };
}
