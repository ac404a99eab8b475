import { createHash } from 'crypto';
import texts from '../../../testdata/cases/health-texts.json';

/** One text that a failing data source showed someone in public, and what it should be taken for. */
export interface HealthText {
  type: string;
  text: string;
  /** Where it stands; "built after" where its parts were seen, "public file" for a file known by its number only. */
  source: string;
  /** What it may be sorted into: the first is the best. */
  class: string[];
  /** The next steps that help. */
  next: string[];
  /** Whether the text proves that the data store answered. */
  reached: string;
  /** What would be confidently wrong: a class, or that the store was (or was not) reached. */
  never: string[];
  /** The host in the data source's address, where it matters. */
  host?: string;
}

/**
 * The texts in two halves, drawn by a hash before any rule was written: rules are made by looking at the one half only, and
 * the other, which was put aside, tells how well they do on texts that they don't know.
 */
export function healthTexts(): { known: HealthText[]; putAside: HealthText[] } {
  const all: HealthText[] = texts;
  const isPutAside = ({ text }: HealthText) => (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 1;
  return { known: all.filter((text) => !isPutAside(text)), putAside: all.filter(isPutAside) };
}
