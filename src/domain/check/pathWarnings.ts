import { type DataSource } from '../address/dataSource';
import { isJsonObject } from '../json';

/** What keeps a data source off the private link whatever its address says. */
export function pathWarnings(dataSource: DataSource): string[] {
  const options = isJsonObject(dataSource.jsonData) ? dataSource.jsonData : {};
  return [
    dataSource.access === 'direct'
      ? 'This data source uses browser access, so its queries come from your computer and never use the endpoint. Change its access to Server.'
      : '',
    options.enableSecureSocksProxy === true
      ? 'This data source uses a secure SOCKS proxy (private data source connect), so it may not use the endpoint.'
      : '',
  ].filter(Boolean);
}
