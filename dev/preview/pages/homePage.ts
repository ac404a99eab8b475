import { html } from 'hono/html';

import { type Preview } from '../preview';
import { type PreviewUser } from '../state/users';
import { type bootData } from './bootData';
import { type NavNode, navTree } from './navTree';
import { plainPage } from './plainPage';

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
