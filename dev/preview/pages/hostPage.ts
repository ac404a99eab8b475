import { html, raw } from 'hono/html';

import { type Preview } from '../preview';
import { type bootData } from './bootData';
import { documentHead, scriptJson } from './documentHead';

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
