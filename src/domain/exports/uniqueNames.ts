/** Names things in code: each gets what `legal` makes of its name, with a number where another has that already. */
export function uniqueNames(names: readonly string[], legal: (name: string) => string): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = legal(name);
    let unique = base;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      unique = `${base}_${n}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
