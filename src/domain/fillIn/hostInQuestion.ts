import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { plainHost } from '../matching/endpointIndex';
import { type FillProposal } from './proposeFill';

/**
 * The host of a data source that an update would replace, though it may lead to the target too; '' for none.
 * @param stopsUsing the endpoints that the host leads to for sure
 */
export function hostInQuestion(proposal: FillProposal, dataSource: DataSource, stopsUsing: readonly string[]): string {
  const address = readAddress(dataSource);
  if (!address || stopsUsing.length > 0) {
    return '';
  }
  const host = plainHost(address.host);
  const asks = proposal.kind === 'ask' || (proposal.kind === 'change' && plainHost(proposal.host) !== host);
  return asks ? host : '';
}
