/** Whether a JSON value is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Which secrets are there: `{key: true}` for each that isn't blank. */
export function secureFields(secrets: Record<string, string>): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(secrets)
      .filter(([, value]) => value !== '')
      .map(([key]) => [key, true])
  );
}
