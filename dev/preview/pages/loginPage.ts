import { html } from 'hono/html';

import { type Preview } from '../preview';
import { type bootData } from './bootData';
import { plainPage } from './plainPage';

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
