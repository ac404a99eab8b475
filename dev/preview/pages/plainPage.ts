import { type HtmlEscapedString } from 'hono/utils/html';
import { html } from 'hono/html';

import { type Preview } from '../preview';
import { type bootData } from './bootData';
import { documentHead } from './documentHead';

/** A page of the preview's own without the host's bundle: signing in, and the start page, which tests load often. */
export function plainPage(
  { manifest }: Preview,
  boot: ReturnType<typeof bootData>,
  content: HtmlEscapedString | Promise<HtmlEscapedString>
) {
  const logo = `public/plugins/${manifest.id}/${manifest.info.logos.large}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        ${documentHead(`${manifest.name} - Preview`, logo, boot)}
        <link rel="stylesheet" href="public/preview.css" />
      </head>
      <body class="${boot.user.lightTheme ? 'theme-light' : 'theme-dark'}">
        <main>
          <img src="${logo}" alt="" width="56" height="56" />
          <h1>${manifest.name}</h1>
          <p class="label">Development preview</p>
          ${content}
        </main>
      </body>
    </html>`;
}
