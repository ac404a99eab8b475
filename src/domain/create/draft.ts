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

/** Reads a draft that this browser kept. Anything may stand there, so every field is checked and falls back to empty. */
export function readDraft(stored: unknown): CreateDraft {
  const fields = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const kind = text(fields.kind);
  return {
    kind: kind === 'other' ? 'other' : (kindByKey(kind)?.key ?? ''),
    target: text(fields.target),
    targetRegion: text(fields.targetRegion),
    subResource: text(fields.subResource),
    name: text(fields.name),
    domainName: text(fields.domainName),
    requestMessage: text(fields.requestMessage),
    tags: tagList(fields.tags),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function tagList(value: unknown): TagInput[] {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  return rows.flatMap((row) => {
    const fields = typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};
    // A row that was just added is empty, and stays.
    const isRow = typeof fields.name === 'string' && typeof fields.value === 'string';
    return isRow ? [{ name: text(fields.name), value: text(fields.value) }] : [];
  });
}
