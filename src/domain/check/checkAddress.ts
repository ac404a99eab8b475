import { hostAndPortOf, readAddress } from '../address/address';
import { subResourceProblem } from '../catalogue/catalogue';
import { hasNoAddress } from '../catalogue/dataSourceTypes';
import { endpointHosts } from '../fillIn/endpointHosts';
import { indexEndpoints } from '../matching/endpointIndex';
import { matchDataSource, matchReason } from '../matching/matchDataSource';
import { serviceHosts } from '../matching/serviceHosts';
import { type CheckFacts, type StepResult } from './checkStep';
import { pathWarnings } from './pathWarnings';

/** The step "the address uses the endpoint". */
export function checkAddress({
  endpoint,
  dataSource,
  target,
}: Pick<CheckFacts, 'endpoint' | 'dataSource' | 'target'>): StepResult {
  if (!dataSource) {
    return {
      outcome: 'unknown',
      finding: 'No data source uses this endpoint.',
      next: 'Update the URL of a data source, then test that data source.',
    };
  }
  const [detour] = pathWarnings(dataSource);
  if (detour) {
    return { outcome: 'failed', finding: detour, next: 'Change that setting in the data source.' };
  }
  if (hasNoAddress(dataSource.type)) {
    return {
      outcome: 'unknown',
      finding:
        'Azure Monitor data sources have no address. The private link scope and its resources determine what uses the private link.',
      next: 'Check in the Azure portal that the resources you query are in the scope.',
    };
  }
  const address = readAddress(dataSource);
  const plain = address ? '' : hostAndPortOf(dataSource);
  if (plain) {
    return {
      outcome: 'failed',
      finding: 'The address is a URL, but data sources of this type take only a host and a port.',
      next: `Change it to ${plain}.`,
    };
  }
  if (!address) {
    return {
      outcome: 'unknown',
      finding: "The address of this data source can't be parsed.",
      next: 'Compare it with the endpoint manually.',
    };
  }
  if (!endpoint) {
    return noEndpoint(address.host);
  }
  const [match] = matchDataSource(indexEndpoints([endpoint]), dataSource);
  if (match) {
    const next = match.by === 'alias' ? `If it does, confirm the name on the page of ${endpoint.name}.` : '';
    return { outcome: match.certain ? 'ok' : 'unknown', finding: matchReason(match), next };
  }
  const odd = subResourceProblem(endpoint.targetId, endpoint.subResources);
  if (odd) {
    return { outcome: 'failed', finding: odd, next: 'Request the endpoint again with another sub-resource.' };
  }
  const { names, wildcard, ip } = endpointHosts(endpoint, target);
  const host = names[0] || wildcard || ip;
  return {
    outcome: 'failed',
    finding: `The address points to ${address.host}, which doesn’t use this endpoint.`,
    next: host ? `Change the host to ${host}.` : 'Change the host to the host name of the target.',
  };
}

function noEndpoint(host: string): StepResult {
  return serviceHosts(host).length > 0
    ? {
        outcome: 'failed',
        finding: `${host} is an Azure service, and this workspace has no private endpoint to it. Traffic uses the public network.`,
        next: 'Create a private endpoint.',
      }
    : {
        outcome: 'failed',
        finding: `${host} doesn’t match any private endpoint of this workspace.`,
        next: 'Create a private endpoint to the target, or use the host of an existing endpoint.',
      };
}
