import { accept, type Checked } from '../checked';
import { type ExportInput } from '../exports/exportInput';
import { type Workspace } from '../workspace';
import { type CreateDraft, draftDomainName, draftKind } from './draft';
import { inputsToTags } from './tags';
import { checkTargetId } from './targetId';

/** Body of the backend's PUT /endpoints/{name}. Location and API version are the backend's own. */
export interface CreateRequest {
  targetId: string;
  targetRegion: string;
  subResources: string[];
  requestMessage: string;
  domainName: string;
  tags: Record<string, string>;
}

/** What is sent for a draft; refuses when target or domain name can't be read. */
export function createRequest(draft: CreateDraft): Checked<CreateRequest> {
  const target = checkTargetId(draft.target, draftKind(draft));
  if (!target.ok) {
    return target;
  }
  const domainName = draftDomainName(draft);
  if (domainName?.ok === false) {
    return domainName;
  }
  const takesSubResource = draftKind(draft)?.subResources.length !== 0;
  return accept({
    targetId: target.value.id,
    targetRegion: draft.targetRegion,
    subResources: takesSubResource && draft.subResource ? [draft.subResource] : [],
    requestMessage: draft.requestMessage,
    domainName: domainName?.value.domainName ?? '',
    tags: inputsToTags(draft.tags),
  });
}

/** The same request as input for the export as code. */
export function exportInputOf(name: string, request: CreateRequest, workspace: Workspace): ExportInput {
  return { ...request, name, workspaceId: workspace.id, location: workspace.location };
}
