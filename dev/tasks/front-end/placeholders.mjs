/**
 * Fills in what Grafana's plugin manifest leaves to the build: %PLUGIN_ID%, %VERSION% and %TODAY% (YYYY-MM-DD, UTC).
 * @param {string} text
 * @param {{ id: string, version: string, today: Date }} values
 */
export function fillPlaceholders(text, { id, version, today }) {
  return text
    .replaceAll('%PLUGIN_ID%', id)
    .replaceAll('%VERSION%', version)
    .replaceAll('%TODAY%', today.toISOString().slice(0, 10));
}
