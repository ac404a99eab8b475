import { type AdviceFix } from '../../domain/advice/advice';
import { type Endpoint } from '../../domain/endpoint';
import { endpointPath, fillInPath, newEndpointPath } from '../../paths';

/** What an advice's one click leads to; '' where it leads to the data source's own page, or does something. */
export function fixPath(fix: AdviceFix, endpoint: Endpoint | undefined, uid: string): string {
  switch (fix) {
    case 'createEndpoint':
      return newEndpointPath();
    case 'fillIn':
      return endpoint ? fillInPath(endpoint.name, uid) : '';
    case 'openEndpoint':
    case 'remindOwner':
      return endpoint ? endpointPath(endpoint.name) : '';
    case 'openDataSource':
    case 'refresh':
      return '';
  }
}

/** What a fix is called on its button. */
export const fixTitles: Record<AdviceFix, string> = {
  createEndpoint: 'New private endpoint',
  fillIn: 'Update URL',
  refresh: 'Refresh',
  openEndpoint: 'Open endpoint',
  remindOwner: 'Remind the owner',
  openDataSource: 'Open data source',
};
