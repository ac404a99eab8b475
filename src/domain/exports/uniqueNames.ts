/** Names things in code: each has what `nameOf` makes of it before it, with a number where another has that already. */
export function withUniqueNames<T>(things: readonly T[], nameOf: (thing: T) => string): Array<[string, T]> {
  const taken = new Set<string>();
  return things.map((thing) => {
    const base = nameOf(thing);
    let unique = base;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      unique = `${base}_${n}`;
    }
    taken.add(unique.toLowerCase());
    return [unique, thing];
  });
}
