const units: Array<[name: string, milliseconds: number]> = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Milliseconds since a time stamp (RFC 3339); undefined when there is none or it can't be read. Never negative: clocks differ. */
export function ageMs(timestamp: string, now: number): number | undefined {
  const then = Date.parse(timestamp);
  // Azure writes year 1 for "never".
  return Number.isNaN(then) || then < Date.UTC(2000, 0) ? undefined : Math.max(0, now - then);
}

/** A length of time in its largest unit: "3 days", "under a minute". */
export function durationText(milliseconds: number): string {
  for (const [name, size] of units) {
    const count = Math.floor(milliseconds / size);
    if (count >= 1) {
      return `${count} ${name}${count === 1 ? '' : 's'}`;
    }
  }
  return 'under a minute';
}

/** Age of a time stamp in words, '' when unknown. `now` is in milliseconds since 1970. */
export function ageText(timestamp: string, now: number): string {
  const age = ageMs(timestamp, now);
  return age === undefined ? '' : durationText(age);
}

/** A moment in words: "just now", "5 minutes ago". `then` and `now` are in milliseconds since 1970. */
export function agoText(then: number, now: number): string {
  const passed = now - then;
  return passed < 60_000 ? 'just now' : `${durationText(passed)} ago`;
}
