type Tags = Record<string, string>;

interface TagEdit {
  seen: Tags;
  wanted: Tags;
}

/** A tag by its name in any case, as Azure compares names. */
const find = (tags: Tags, name: string) =>
  Object.entries(tags).find(([key]) => key.toLowerCase() === name.toLowerCase()) ?? [];

const isSame = (a: string[], b: string[]) => a[0] === b[0] && a[1] === b[1];

/** The names that someone changed, in lower case; all others are nobody's business. */
function changedNames({ seen, wanted }: TagEdit): string[] {
  const names = new Set([...Object.keys(seen), ...Object.keys(wanted)].map((name) => name.toLowerCase()));
  return [...names].filter((name) => !isSame(find(seen, name), find(wanted, name)));
}

/** Tags with someone's difference applied, whoever else changed them. */
export function applyTagDifference(now: Tags, edit: TagEdit): Tags {
  const changed = changedNames(edit);
  const kept = Object.entries(now).filter(([name]) => !changed.includes(name.toLowerCase()));
  const set = Object.entries(edit.wanted).filter(([name]) => changed.includes(name.toLowerCase()));
  return Object.fromEntries([...kept, ...set]);
}

/** True where tags show someone's difference. */
export function showsTagDifference(now: Tags, edit: TagEdit): boolean {
  return changedNames(edit).every((name) => isSame(find(now, name), find(edit.wanted, name)));
}

/** Tags that others set, or removed, and that are not so any more: one text each. */
export function lostTags(theirs: Tags, now: Tags, mine: TagEdit): string[] {
  const changed = changedNames(mine);
  return changedNames({ seen: now, wanted: theirs })
    .filter((name) => !changed.includes(name))
    .map((name) => {
      const [key, value] = find(theirs, name);
      return key === undefined ? `${name} (removed)` : `${key}: ${value}`;
    });
}
