import { draftFromEndpoint } from '../../domain/create/askAgain';
import { type CreateDraft, emptyDraft } from '../../domain/create/draft';
import { suggestEndpointName } from '../../domain/create/endpointName';
import { draftRequestMessage } from '../../domain/create/requestMessage';
import { type Endpoint } from '../../domain/endpoint';
import { type Workspace } from '../../domain/workspace';

/** What a draft begins with. */
export interface DraftStart {
  workspace: Workspace;
  /** Who asks; '' when unknown. */
  requester: string;
  /** The request code of this draft. */
  code: string;
  /** Names of the workspace's endpoints. */
  existing: readonly string[];
  /** The endpoint whose details are asked for again. */
  from: Endpoint | undefined;
}

/** The draft before anybody has typed: a request message, or the details of another endpoint under a free name. */
export function freshDraft({ workspace, requester, code, existing, from }: DraftStart): CreateDraft {
  const requestMessage = draftRequestMessage({ workspaceName: workspace.name, requester, code });
  if (!from) {
    return { ...emptyDraft, requestMessage };
  }
  const draft = draftFromEndpoint(from, code);
  return {
    ...draft,
    name: suggestEndpointName(from.name, existing),
    requestMessage: from.requestMessage ? draft.requestMessage : requestMessage,
  };
}
