import { checkDomainName } from './domainName';
import { domainNameWarning, type NamedEndpoint } from './domainNameClash';
import { type CreateDraft, draftKind } from './draft';
import { checkEndpointName } from './endpointName';
import { type Finding } from './finding';
import { checkRequestMessage } from './requestMessage';
import { checkTags } from './tags';
import { checkTargetId } from './targetId';

/** Fields of the draft that can be wrong. */
export type DraftField = 'kind' | 'target' | 'subResource' | 'name' | 'domainName' | 'requestMessage' | 'tags';

/** What is to be said about each field; a field that is fine is missing. */
export type DraftFindings = Partial<Record<DraftField, Finding>>;

/** Judges the whole draft, beside the endpoints that the workspace has. */
export function checkDraft(draft: CreateDraft, endpoints: readonly NamedEndpoint[]): DraftFindings {
  const existing = endpoints.map(({ name }) => name);
  const findings: Record<DraftField, Finding | undefined> = {
    kind: draft.kind === '' ? error('Select a resource type.') : undefined,
    target: targetFinding(draft),
    subResource: subResourceFinding(draft),
    name: checkEndpointName(draft.name, existing),
    domainName: domainNameFinding(draft, endpoints),
    requestMessage: checkRequestMessage(draft.requestMessage),
    tags: tagsFinding(draft),
  };
  return Object.fromEntries(Object.entries(findings).filter(([, finding]) => finding));
}

/** True when nothing but warnings stands among some fields. */
export function isReady(findings: DraftFindings, fields: readonly DraftField[]): boolean {
  return fields.every((field) => findings[field]?.severity !== 'error');
}

function targetFinding(draft: CreateDraft): Finding | undefined {
  if (draft.target.trim() === '') {
    return error('Select the resource, or paste its resource ID.');
  }
  const target = checkTargetId(draft.target, draftKind(draft));
  return target.ok ? undefined : error([target.problem.message, target.problem.hint].filter(Boolean).join(' '));
}

function subResourceFinding(draft: CreateDraft): Finding | undefined {
  const kind = draftKind(draft);
  return kind && kind.subResources.length > 0 && draft.subResource === '' ? error('Select a sub-resource.') : undefined;
}

function domainNameFinding(draft: CreateDraft, endpoints: readonly NamedEndpoint[]): Finding | undefined {
  // Only private link services take one; what was typed before another kind was chosen is not sent.
  if (draft.domainName.trim() === '' || (draftKind(draft)?.address ?? 'endpoint') !== 'endpoint') {
    return undefined;
  }
  const name = checkDomainName(draft.domainName);
  if (!name.ok) {
    return error([name.problem.message, name.problem.hint].filter(Boolean).join(' '));
  }
  const message = [name.value.warning, domainNameWarning(draft.domainName, endpoints)].filter(Boolean).join(' ');
  return message ? { severity: 'warning', message } : undefined;
}

function tagsFinding(draft: CreateDraft): Finding | undefined {
  const message = checkTags(draft.tags).find(Boolean);
  return message ? error(message) : undefined;
}

function error(message: string): Finding {
  return { severity: 'error', message };
}
