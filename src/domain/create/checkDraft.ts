import { type Problem, type Problems, stops } from '../checked';
import { domainNameWarning, type NamedEndpoint } from './domainNameClash';
import { type CreateDraft, draftDomainName, draftKind } from './draft';
import { checkEndpointName } from './endpointName';
import { checkRequestMessage } from './requestMessage';
import { checkTags } from './tags';
import { checkTargetId } from './targetId';

/** Fields of the draft that can be wrong. */
export type DraftField = 'kind' | 'target' | 'subResource' | 'name' | 'domainName' | 'requestMessage' | 'tags';

/** Judges the whole draft, beside the endpoints that the workspace has. */
export function checkDraft(draft: CreateDraft, endpoints: readonly NamedEndpoint[]): Problems<DraftField> {
  const existing = endpoints.map(({ name }) => name);
  const found: Record<DraftField, Problem | undefined> = {
    kind: draft.kind === '' ? { message: 'Select a resource type.' } : undefined,
    target: targetProblem(draft),
    subResource: subResourceProblem(draft),
    name: checkEndpointName(draft.name, existing),
    domainName: domainNameProblem(draft, endpoints),
    requestMessage: checkRequestMessage(draft.requestMessage),
    tags: tagsProblem(draft),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem));
}

/** True when nothing but warnings stands among some fields. */
export function isReady(problems: Problems<DraftField>, fields: readonly DraftField[]): boolean {
  return fields.every((field) => !stops(problems[field]));
}

function targetProblem(draft: CreateDraft): Problem | undefined {
  if (draft.target.trim() === '') {
    return { message: 'Select the resource, or paste its resource ID.' };
  }
  const target = checkTargetId(draft.target, draftKind(draft));
  return target.ok ? undefined : target.problem;
}

function subResourceProblem(draft: CreateDraft): Problem | undefined {
  const kind = draftKind(draft);
  return kind && kind.subResources.length > 0 && draft.subResource === ''
    ? { message: 'Select a sub-resource.' }
    : undefined;
}

function domainNameProblem(draft: CreateDraft, endpoints: readonly NamedEndpoint[]): Problem | undefined {
  const name = draftDomainName(draft);
  if (!name?.ok) {
    return name?.problem;
  }
  const clash = domainNameWarning(draft.domainName, endpoints, draft.name);
  const message = [name.value.warning, clash].filter(Boolean).join(' ');
  return message ? { message, isWarning: true } : undefined;
}

function tagsProblem(draft: CreateDraft): Problem | undefined {
  const message = checkTags(draft.tags).find(Boolean);
  return message ? { message } : undefined;
}
