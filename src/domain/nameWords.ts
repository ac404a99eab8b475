// Words that say nothing about what is meant.
const common = new Set([
  'data',
  'source',
  'grafana',
  'prod',
  'production',
  'test',
  'private',
  'endpoint',
  'service',
  'azure',
]);

/** The words of a name by which it may be known elsewhere too, in lower case. */
export function nameWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((word) => word.length > 3 && !/^\d+$/.test(word) && !common.has(word));
}
