import { html, raw } from 'hono/html';
import { type HtmlEscapedString } from 'hono/utils/html';

import { type Attempt, type Way } from '../demonstration';
import { type Preview } from '../preview';
import { permissionsOf, type PreviewUser } from '../state/users';
import { type bootData } from './bootData';
import { type NavNode, navTree } from './navTree';

type Boot = ReturnType<typeof bootData>;
type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The page that holds the plugin: SystemJS, then the host's bundle. Scripts stand in this order for SystemJS' sake. */
export function hostPage(preview: Preview, boot: Boot) {
  const users = preview.users.list().map(({ login, password, name }) => ({ login, password, name }));
  const head = html`<script>
      window.previewUsers = ${raw(scriptJson(users))};
      // uPlot, a part of @grafana/ui, throws as it is loaded where the browser calls its language en-US@posix or the like.
      try {
        new Intl.NumberFormat(navigator.language);
      } catch {
        Object.defineProperty(navigator, 'language', { value: 'en-US' });
        Object.defineProperty(navigator, 'languages', { value: ['en-US'] });
      }
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
        background: ${boot.user.lightTheme ? '#f4f5f5' : '#111217'};
      }
    </style>
    <link rel="stylesheet" href="public/build/main.css" />`;
  const body = html`<div id="reactRoot"></div>
    <script src="public/build/systemjs.js"></script>
    <script type="module" src="public/build/main.js"></script>`;
  return htmlDocument(preview, boot, `public/plugins/${preview.manifest.id}/img/logo.svg`, head, body);
}

/** The start page: what the demonstration offers to try; without one, the plugin's pages that this user's navigation has. */
export function homePage(preview: Preview, user: PreviewUser, boot: Boot) {
  const links = navTree(preview, user).flatMap(pages);
  const nothing = html`<p>You need the Admin role to use this app, or the app isn’t enabled.</p>`;
  const { demonstration } = preview;
  const signedIn = html`<p>Signed in as ${user.name}. <a href="logout">Sign out</a></p>`;
  if (!demonstration || !permissionsOf(user)['plugins:write']) {
    const looks = demonstration?.readOnly.map(({ text, href }) => ({ text, url: preview.subPath + href })) ?? [];
    const list = [...links, ...looks].map(({ text, url }) => html`<a href="${url}">${text}</a>`);
    return plainPage(
      preview,
      boot,
      html`<nav class="choices">${list.length > 0 ? list : nothing}</nav>
        ${signedIn}`
    );
  }
  return plainPage(
    preview,
    boot,
    html`<p>${demonstration.introduction}</p>
      ${signedIn}
      <h2>What to try</h2>
      <ol class="attempts">
        ${demonstration.attempts.map((attempt) => attemptItem(preview.subPath, attempt))}
      </ol>`,
    'wide'
  );
}

function attemptItem(subPath: string, { title, text, values = [], ways }: Attempt) {
  const at = (href: string) => (href.startsWith('/') ? subPath + href : href);
  const fact = ([term, value]: [string, string]) =>
    html`<div>
      <dt>${term}</dt>
      <dd>${value}</dd>
    </div>`;
  const way = (one: Way) =>
    'id' in one
      ? html`<form method="post" action="preview/try/${one.id}"><button>${one.text}</button></form>`
      : html`<a href="${at(one.href)}">${one.text}</a>`;
  return html`<li>
    <h3>${title}</h3>
    <p>${text}</p>
    ${values.length > 0 ? html`<dl>${values.map(fact)}</dl>` : ''}
    <div class="ways">${ways.map(way)}</div>
  </li>`;
}

function pages(node: NavNode): NavNode[] {
  return [...(node.pluginId ? [node] : []), ...(node.children ?? []).flatMap(pages)];
}

/** Sign-in by one click per user; `to` is the path to go to afterwards: without a tour, where the plugin begins instead of the root. */
export function loginPage(preview: Preview, boot: Boot, to: string) {
  const { id, includes } = preview.manifest;
  const plugin = includes?.find(({ defaultNav }) => defaultNav)?.path ?? `/plugins/${id}`;
  const start = preview.demonstration ? '/' : plugin;
  const buttons = preview.users.list().map(
    ({ login, password, name }) =>
      html`<form method="post" action="login">
        <input type="hidden" name="user" value="${login}" />
        <input type="hidden" name="password" value="${password}" />
        <input type="hidden" name="to" value="${to === '/' ? start : to}" />
        <button>Sign in as ${name}</button>
      </form>`
  );
  return plainPage(preview, boot, html`<div class="choices">${buttons}</div>`);
}

/** A page of the preview's own without the host's bundle: signing in, and the start page, which tests load often. */
function plainPage(preview: Preview, boot: Boot, content: Html, width: 'narrow' | 'wide' = 'narrow') {
  const { id, name, info } = preview.manifest;
  const logo = `public/plugins/${id}/${info.logos.large}`;
  const head = html`<link rel="stylesheet" href="public/preview.css" />`;
  const body = html`<main class="${width}">
    <img src="${logo}" alt="" width="56" height="56" />
    <h1>${name}</h1>
    <p class="label">Development preview</p>
    ${content}
  </main>`;
  return htmlDocument(preview, boot, logo, head, body);
}

/** What each page of the preview is built of: boot data before any script, as in Grafana. */
function htmlDocument({ manifest }: Preview, boot: Boot, icon: string, head: Html, body: Html) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <base href="${boot.settings.appSubUrl}/" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${manifest.name} - Preview</title>
        <link rel="icon" href="${icon}" type="image/svg+xml" />
        <script>
          // Keeps i18next's advertisement out of the console.
          window.__i18next_supportNoticeShown = true;
          window.__grafana_public_path__ = 'public/';
          window.grafanaBootData = ${raw(scriptJson(boot))};
        </script>
        ${head}
      </head>
      <body class="${boot.user.lightTheme ? 'theme-light' : 'theme-dark'}">
        ${body}
      </body>
    </html>`;
}

/** JSON that may stand inside a script element. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
