import { html, raw } from 'hono/html';

import { type bootData } from './bootData';

/** JSON that may stand inside a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** What each page of the preview begins with: boot data before any script, as in Grafana. */
export function documentHead(title: string, icon: string, boot: ReturnType<typeof bootData>) {
  return html`<meta charset="utf-8" />
    <base href="${boot.settings.appSubUrl}/" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="${icon}" type="image/svg+xml" />
    <script>
      // Keeps i18next's advertisement out of the console.
      window.__i18next_supportNoticeShown = true;
      window.__grafana_public_path__ = 'public/';
      window.grafanaBootData = ${raw(scriptJson(boot))};
    </script>`;
}
