/** Whether a version such as '20.20.2' is at least `needed`, number by number; what is missing counts as 0. */
export function atLeast(version: string, needed: string): boolean {
  const has = version.split('.').map(Number);
  const wants = needed.split('.').map(Number);
  for (let i = 0; i < Math.max(has.length, wants.length); i++) {
    const difference = (has[i] ?? 0) - (wants[i] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}
