import { kindByKey } from '../../domain/catalogue/catalogue';
import { type HostingPlace } from '../../domain/catalogue/linkServices';
import { checkDomainName } from '../../domain/create/domainName';
import { type CreateDraft, draftKind } from '../../domain/create/draft';
import { suggestEndpointName } from '../../domain/create/endpointName';
import { chooseSubResource, type SubResourceChoice, subResourceChoices } from '../../domain/create/subResourceChoices';
import { checkTargetId } from '../../domain/create/targetId';
import { expectedId } from '../../domain/linkService/linkServiceDraft';

type KindChoice = Exclude<CreateDraft['kind'], ''>;

/** Another kind: a target of another kind goes, the obvious sub-resource comes. */
export function withKind(draft: CreateDraft, kind: KindChoice): CreateDraft {
  const catalogued = kindByKey(kind);
  const target = checkTargetId(draft.target);
  const fits = target.ok && target.value.kind === catalogued;
  return {
    ...draft,
    kind,
    target: fits ? draft.target : '',
    targetRegion: fits ? draft.targetRegion : '',
    subResource: chooseSubResource(subResourceChoices(catalogued, undefined), ''),
  };
}

/**
 * Another target, as an id, a portal URL or text on the way to one. Without a kind yet, it decides the kind. The name is
 * suggested anew as long as it is the one that was suggested.
 * @param region where the target lives, as far as known
 */
export function withTarget(draft: CreateDraft, text: string, existing: readonly string[], region = ''): CreateDraft {
  if (text === draft.target) {
    return draft;
  }
  const read = checkTargetId(text);
  const kind = draft.kind || (read.ok ? (read.value.kind?.key ?? 'other') : '');
  const kinded = kind && kind !== draft.kind ? withKind({ ...draft, target: '' }, kind) : draft;
  const suggested = draft.name === '' || draft.name === suggestionFor(draft, existing);
  const next = { ...kinded, target: text, targetRegion: region };
  return suggested ? { ...next, name: suggestionFor(next, existing) } : next;
}

/** What is known already when the private link service is begun with. `place` chooses where it is, unless that is chosen. */
export function withLinkServiceBegun(
  draft: CreateDraft,
  subscriptionId: string,
  place: HostingPlace | ''
): CreateDraft {
  const { linkService } = draft;
  return {
    ...draft,
    linkService: {
      ...linkService,
      place: place || linkService.place,
      domainName: linkService.domainName || draft.domainName,
      subscriptionId: linkService.subscriptionId || subscriptionId,
    },
  };
}

/** The link service as it will be, as the draft's target, with its domain name. */
export function withLinkService(draft: CreateDraft, existing: readonly string[]): CreateDraft {
  const read = checkDomainName(draft.linkService.domainName);
  const id = expectedId(draft.linkService);
  const named = read.ok ? { ...draft, domainName: read.value.domainName } : draft;
  return id ? withTarget(named, id, existing) : named;
}

/** What reading the target brought: its region, and a sub-resource that it has. */
export function withReadTarget(
  draft: CreateDraft,
  location: string,
  workspaceLocation: string,
  choices: readonly SubResourceChoice[]
): CreateDraft {
  const region = location ? targetRegion(location, workspaceLocation) : draft.targetRegion;
  const subResource = chooseSubResource(choices, draft.subResource);
  const same = region === draft.targetRegion && subResource === draft.subResource;
  return same ? draft : { ...draft, targetRegion: region, subResource };
}

/** The name that fits the draft's target; '' while there is none. */
export function suggestionFor(draft: CreateDraft, existing: readonly string[]): string {
  const target = checkTargetId(draft.target, draftKind(draft));
  return target.ok ? suggestEndpointName(target.value.name, existing) : '';
}

/**
 * The region that a request names for a target. Private link scopes are "global", which is no region: public
 * configurations that work name the workspace's region there.
 */
export function targetRegion(targetLocation: string, workspaceLocation: string): string {
  return targetLocation.toLowerCase() === 'global' ? workspaceLocation : targetLocation;
}
