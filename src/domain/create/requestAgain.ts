import { kindOfTarget } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { type CreateDraft, emptyDraft } from './draft';
import { replaceRequestCode } from './requestMessage';
import { tagsToInputs } from './tags';

/**
 * A draft with an endpoint's details, to ask again after a rejection, a disconnection or a failure. It gets a code of
 * its own: two connections with one code could not be told apart.
 */
export function draftFromEndpoint(endpoint: Endpoint, newCode: string): CreateDraft {
  return {
    ...emptyDraft,
    kind: kindOfTarget(endpoint.targetId)?.key ?? 'other',
    target: endpoint.targetId,
    targetRegion: endpoint.targetRegion,
    subResource: endpoint.subResources[0] ?? '',
    name: endpoint.name,
    domainName: endpoint.domainName,
    requestMessage: replaceRequestCode(endpoint.requestMessage, newCode),
    tags: tagsToInputs(endpoint.tags),
  };
}
