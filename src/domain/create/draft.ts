import { kindByKey, type KindKey, takesDomainName, type TargetKind } from '../catalogue/catalogue';
import { type Checked } from '../checked';
import { emptyLinkService, expectedId, type LinkServiceDraft } from '../linkService/linkServiceDraft';
import { parseResourceId, resourceName, sameResource } from '../resourceId';
import { checkDomainName, type DomainNameInput } from './domainName';
import { type TagInput } from './tags';

/** What a user has filled in so far. It is kept in this browser, so leaving and coming back loses nothing. */
export interface CreateDraft {
  /** `other` stands for a kind outside the catalogue; '' for none chosen. */
  kind: KindKey | 'other' | '';
  /** The target's id as typed or chosen; may be a portal URL. */
  target: string;
  /** Location of the target, from reading it; '' when unknown. */
  targetRegion: string;
  /** '' for none. */
  subResource: string;
  name: string;
  domainName: string;
  requestMessage: string;
  tags: TagInput[];
  /** The private link service that is to be made first, for who has none. */
  linkService: LinkServiceDraft;
}

/** A draft with nothing in it. */
export const emptyDraft: CreateDraft = {
  kind: '',
  target: '',
  targetRegion: '',
  subResource: '',
  name: '',
  domainName: '',
  requestMessage: '',
  tags: [],
  linkService: emptyLinkService,
};

/** The kind that a draft chose; undefined for none and for kinds outside the catalogue. */
export function draftKind(draft: CreateDraft): TargetKind | undefined {
  return kindByKey(draft.kind);
}

/** The domain name that a draft asks for; undefined for none, and where its kind takes none: then one was typed for another. */
export function draftDomainName(draft: CreateDraft): Checked<DomainNameInput> | undefined {
  return takesDomainName(draftKind(draft)) && draft.domainName.trim() !== ''
    ? checkDomainName(draft.domainName)
    : undefined;
}

/** The port of the draft's target, where that is the private link service that was made for it; else ''. */
export function draftPort({ target, linkService }: CreateDraft): string {
  const id = expectedId(linkService);
  return id !== '' && sameResource(id, target) ? linkService.port.trim() : '';
}

/** What a draft asks for, in a word or two: its name, else its target, else the kind; '' while nothing is chosen. */
export function draftSubject(draft: CreateDraft): string {
  const target = parseResourceId(draft.target);
  return draft.name.trim() || (target.ok ? resourceName(target.value) : (draftKind(draft)?.title ?? ''));
}
