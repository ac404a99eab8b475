import { type HtmlEscapedString } from 'hono/utils/html';
import { html } from 'hono/html';

import { type Preview } from '../preview';
import { type bootData } from './bootData';
import { documentHead } from './hostPage';
import { type PreviewUser } from '../state/users';
import { type NavNode, navTree } from './navTree';

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

/** The start page: the plugin's pages that this user's navigation has. */
export function homePage(preview: Preview, user: PreviewUser, boot: ReturnType<typeof bootData>) {
  const links = navTree(preview, user).flatMap(pages);
  const list = links.map(({ text, url }) => html`<a href="${url}">${text}</a>`);
  const nothing = html`<p>You need the Admin role to use this app, or the app isn’t enabled.</p>`;
  return plainPage(
    preview,
    boot,
    html`<nav class="choices">${list.length > 0 ? list : nothing}</nav>
      <p>Signed in as ${user.name}. <a href="logout">Sign out</a></p>`
  );
}

function pages(node: NavNode): NavNode[] {
  return [...(node.pluginId ? [node] : []), ...(node.children ?? []).flatMap(pages)];
}

/** Sign-in by one click per user; `to` is the path to go to afterwards. */
export function loginPage(preview: Preview, boot: ReturnType<typeof bootData>, to: string) {
  const target = to === '/' ? startPath(preview) : to;
  const buttons = preview.users.list().map(
    ({ login, password, name }) =>
      html`<form method="post" action="login">
        <input type="hidden" name="user" value="${login}" />
        <input type="hidden" name="password" value="${password}" />
        <input type="hidden" name="to" value="${target}" />
        <button>Sign in as ${name}</button>
      </form>`
  );
  return plainPage(preview, boot, html`<div class="choices">${buttons}</div>`);
}

/** Where the plugin begins. */
function startPath({ manifest }: Preview): string {
  return manifest.includes?.find(({ defaultNav }) => defaultNav)?.path ?? `/plugins/${manifest.id}`;
}
