// What doesn't show, breaks a line, or turns the text around in the eyes of the one who reads it; half a pair of surrogates
// too. The backend refuses the same (pkg/failure/scrub.go).
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const eachHidden = new RegExp(hidden, 'gu');
const runsOfHidden = new RegExp(`${hidden.source}+`, 'gu');

/** True for a text that stays on one line and reads in the order it is written. */
export function isOneLine(text: string): boolean {
  return !hidden.test(text);
}

/** Puts a text on one line that reads in the order it is written. */
export function oneLine(text: string): string {
  return text.replace(runsOfHidden, ' ');
}

/** A text from outside as it may stand on a page: what doesn't show stands there by its number, but for line breaks and tabs. */
export function showHidden(text: string): string {
  return text.replace(eachHidden, (character) => (/[\t\n\r]/.test(character) ? character : `[U+${codeOf(character)}]`));
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/** A text of at most so many letters: what doesn't fit is cut off, whole characters at a time. */
export function cutText(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

/** How much of a text from outside is shown before someone asks for all of it. */
export const shownLength = 2000;
