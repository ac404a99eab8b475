import { kindByKey, type KindKey, type TargetKind } from '../catalogue/catalogue';
import { parseResourceId, resourceName } from '../resourceId';
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
};

/** The kind that a draft chose; undefined for none and for kinds outside the catalogue. */
export function draftKind(draft: CreateDraft): TargetKind | undefined {
  return kindByKey(draft.kind);
}

/** What a draft asks for, in a word or two: its name, else its target, else the kind; '' while nothing is chosen. */
export function draftSubject(draft: CreateDraft): string {
  const target = parseResourceId(draft.target);
  return draft.name.trim() || (target.ok ? resourceName(target.value) : (draftKind(draft)?.title ?? ''));
}
