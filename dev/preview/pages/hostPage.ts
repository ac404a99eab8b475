import { html, raw } from 'hono/html';

import { type Preview } from '../preview';
import { type bootData } from './bootData';

/** The page that holds the plugin: SystemJS, then the host's bundle. Scripts stand in this order for SystemJS' sake. */
export function hostPage(preview: Preview, boot: ReturnType<typeof bootData>) {
  const { manifest } = preview;
  const users = preview.users.list().map(({ login, password, name }) => ({ login, password, name }));
  const light = boot.user.lightTheme;
  return html`<!doctype html>
    <html lang="en">
      <head>
        ${documentHead(`${manifest.name} - Preview`, `public/plugins/${manifest.id}/img/logo.svg`, boot)}
        <script>
          window.previewUsers = ${raw(scriptJson(users))};
        </script>
        <style>
          *,
          *::before,
          *::after {
            box-sizing: border-box;
          }
          html,
          body {
            margin: 0;
            height: 100%;
            background: ${light ? '#f4f5f5' : '#111217'};
          }
        </style>
        <link rel="stylesheet" href="public/build/main.css" />
      </head>
      <body class="${light ? 'theme-light' : 'theme-dark'}">
        <div id="reactRoot"></div>
        <script src="public/build/systemjs.js"></script>
        <script type="module" src="public/build/main.js"></script>
      </body>
    </html>`;
}

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
