import { type Place } from '../place';
import { type PublicMarks } from './settings';

const places: readonly Place[] = ['local', 'remote'];

/** The stored marks as they can be worked with; undefined where none can be read. */
export function readPublicMarks(stored: unknown): PublicMarks | undefined {
  const marks = asObject(stored);
  return (
    marks && Object.fromEntries(places.flatMap((place) => (place in marks ? [[place, uidsOf(marks[place])]] : [])))
  );
}

/** A data source that is marked as public on purpose, or isn't any longer. */
export interface PublicMark {
  place: Place;
  uid: string;
  isMarked: boolean;
}

/** The marks after one of them changed. All others stay: someone else may have set them since the page was loaded. */
export function changePublicMark(stored: unknown, { place, uid, isMarked }: PublicMark): PublicMarks {
  const marks = asObject(stored);
  const others = uidsOf(marks?.[place]).filter((one) => one !== uid);
  return { ...marks, [place]: isMarked ? [...others, uid] : others };
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function uidsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((uid) => typeof uid === 'string') : [];
}
