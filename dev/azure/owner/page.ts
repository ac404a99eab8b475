import { html, raw } from 'hono/html';
import { demo } from '../demo';
import { type Connection, type Target } from '../state';

type Html = ReturnType<typeof html>;

/** The targets with pending requests, then the others that have connections. */
export function targetList(targets: Target[]): Html {
  const connected = targets.filter(({ connections }) => connections.length > 0);
  const few = connected.filter((target) => !isOfLargeWorkspace(target));
  const waiting = few.filter(isPending);
  const others = few.filter((target) => !isPending(target));
  return html`
    <h1>Private endpoint connections</h1>
    <p>You are the owner of Contoso's Azure resources. Select a resource to approve or reject connection requests.</p>
    ${section('Pending requests', waiting)} ${section('Other resources', others)}
    <details>
      <summary>Resources of the workspace with 1,000 endpoints</summary>
      ${section('Large workspace', connected.filter(isOfLargeWorkspace))}
    </details>
  `;
}

const isPending = ({ connections }: Target) => connections.some(({ status }) => status === 'Pending');
const isOfLargeWorkspace = ({ connections }: Target) =>
  connections.every(({ name }) => name.startsWith(`grafana-${demo.workspaces.large}-`));
const link = (target: Target) => `/owner?target=${encodeURIComponent(target.id)}`;

function section(title: string, targets: Target[]): Html {
  return html`
    <h2>${title}</h2>
    <table>
      <colgroup>
        <col />
        <col class="wide" />
        <col class="group" />
        <col class="count" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col" class="group">Resource group</th>
          <th scope="col" class="count">Connections</th>
        </tr>
      </thead>
      <tbody>
        ${targets.map(
          (target) => html`
            <tr>
              <th scope="row"><a href="${link(target)}">${target.name}</a></th>
              <td>${target.type}</td>
              <td class="group">${target.resourceGroup}</td>
              <td class="count">${target.connections.length}</td>
            </tr>
          `
        )}
      </tbody>
    </table>
  `;
}

/** One target's connections, each with what the owner can do. `done` says what the owner just did; '' for nothing. */
export function targetPage(target: Target, done = ''): Html {
  return html`
    <p><a href="/owner">All resources</a></p>
    <h1>${target.name}</h1>
    <p>${target.type} in ${target.resourceGroup}</p>
    ${done ? html`<p class="done" role="status">${done}</p>` : ''}
    ${target.connections.length === 0 ? html`<p>No connection requests</p>` : ''}
    ${target.connections.map((connection) => connectionPart(target, connection))}
  `;
}

function connectionPart(target: Target, connection: Connection): Html {
  const { name, status, description, privateEndpointId } = connection;
  const privateEndpoint = privateEndpointId.split('/').at(-1) ?? '';
  return html`
    <section aria-label="${privateEndpoint}" data-connection="${name}">
      <h2>${privateEndpoint}</h2>
      <dl>
        <dt>State</dt>
        <dd>${status}</dd>
        <dt>Description</dt>
        <dd>${description || 'None'}</dd>
        <dt>Connection</dt>
        <dd><code>${name}</code></dd>
      </dl>
      <form method="post" action="/owner/decide">
        <input type="hidden" name="target" value="${target.id}" />
        <input type="hidden" name="connection" value="${name}" />
        <label>Comment (optional) <input name="description" value="" maxlength="140" autocomplete="off" /></label>
        <button name="decision" value="Approved" class="first">Approve</button>
        <button name="decision" value="Rejected">Reject</button>
        <button name="decision" value="Remove" onclick="return confirm('Remove this connection? You can’t undo this.')">
          Remove
        </button>
      </form>
    </section>
  `;
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
  header { border-bottom: 1px solid; margin-bottom: 1rem; }
  table { border-collapse: collapse; table-layout: fixed; width: 100%; }
  th, td { font-size: .95rem; border-bottom: 1px solid #8886; padding: .4rem .6rem; text-align: left; overflow-wrap: anywhere; }
  thead th { font-weight: normal; }
  col.wide { width: 40%; }
  col.group { width: 24%; }
  col.count { width: 7.5rem; }
  td.count, th.count { text-align: right; }
  section { border: 1px solid #8888; border-radius: 4px; margin: 1rem 0; padding: 0 1rem 1rem; }
  section h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
  .done { border-left: 4px solid #2a7; padding: .4rem .8rem; background: #2a71; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
  label { flex: 1 1 16rem; }
  label input { display: block; box-sizing: border-box; width: 100%; }
  button, input { font: inherit; padding: .3rem .6rem; min-height: 2.25rem; }
  button.first { background: #1f6feb; border: 1px solid #1f6feb; border-radius: 3px; color: #fff; }
  @media (max-width: 40rem) { col.group, .group { display: none; } col.count { width: 4rem; } }
`;

/** A page of the stand-in that says what it is. */
export function layout(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} – Azure stand-in</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <header><p>This is the Azure stand-in on your machine. It is not Azure.</p></header>
        <main>${content}</main>
      </body>
    </html>`;
}
