import { readAddress } from '../address/address';
import { hasNoAddress } from '../catalogue/dataSourceTypes';
import { endpointHosts } from '../fillIn/endpointHosts';
import { pathWarnings } from '../fillIn/fillWarnings';
import { indexEndpoints } from '../matching/endpointIndex';
import { matchDataSource, matchReason } from '../matching/matchDataSource';
import { serviceHosts } from '../matching/serviceHosts';
import { type CheckFacts, type StepResult } from './checkStep';

/** The step "the address leads over the endpoint". */
export function checkAddress({ endpoint, dataSource, target }: CheckFacts): StepResult {
  if (!dataSource) {
    return {
      outcome: 'cantTell',
      finding: 'No data source uses this endpoint.',
      next: 'Fill it into a data source, then check that.',
    };
  }
  const [detour] = pathWarnings(dataSource);
  if (detour) {
    return { outcome: 'failed', finding: detour, next: 'Change that setting in the data source.' };
  }
  if (hasNoAddress(dataSource.type)) {
    return {
      outcome: 'cantTell',
      finding:
        'Azure Monitor has no address of its own. What goes over the private link is decided by the private link scope and the resources in it.',
      next: 'Look in the Azure portal whether the resources you query are in the scope.',
    };
  }
  const address = readAddress(dataSource);
  if (!address) {
    return {
      outcome: 'cantTell',
      finding: "The address of this data source can't be read for sure.",
      next: 'Compare it with the endpoint yourself.',
    };
  }
  if (!endpoint) {
    return noEndpoint(address.host);
  }
  const [match] = matchDataSource(indexEndpoints([endpoint]), dataSource);
  if (match) {
    return { outcome: match.certain ? 'ok' : 'cantTell', finding: matchReason(match), next: '' };
  }
  const { names, wildcard, ip } = endpointHosts(endpoint, target);
  const host = names[0] || wildcard || ip;
  return {
    outcome: 'failed',
    finding: `The address names ${address.host}, which does not lead over this endpoint.`,
    next: host ? `Fill in ${host}.` : 'Fill in the own host name of the target.',
  };
}

function noEndpoint(host: string): StepResult {
  return serviceHosts(host).length > 0
    ? {
        outcome: 'failed',
        finding: `${host} is an Azure service, and this workspace has no endpoint to it: the data goes over the public network.`,
        next: 'Create a private endpoint to it.',
      }
    : {
        outcome: 'failed',
        finding: `${host} leads to no private endpoint of this workspace.`,
        next: 'Create an endpoint to the data store, or fill in the address of the right one.',
      };
}
