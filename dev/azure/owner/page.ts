import { html, raw } from 'hono/html';
import { demo } from '../demo';
import { type Connection, type Target } from '../state';
import { style } from './style';

type Html = ReturnType<typeof html>;

/** The targets with pending requests, then the others that have connections. */
export function targetList(targets: Target[]): Html {
  const connected = targets.filter(({ connections }) => connections.length > 0);
  const few = connected.filter((target) => !isOfLargeWorkspace(target));
  const waiting = few.filter(isPending);
  const others = few.filter((target) => !isPending(target));
  return html`
    <h1>Private endpoint connections</h1>
    <p class="weak">
      You are the owner of Contoso’s Azure resources. Select a resource to approve or reject connection requests.
    </p>
    <p><a href="/owner/service">Apply a Kubernetes Service</a>, for which AKS creates a private link service</p>
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
    <nav aria-label="Breadcrumbs">
      <a href="/owner">Private endpoint connections</a> <span aria-hidden="true">›</span> ${target.name}
    </nav>
    <h1>${target.name}</h1>
    <p class="weak">${target.type} in ${target.resourceGroup}</p>
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
        <dd class="state ${status.toLowerCase()}">${status}</dd>
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

/** A page of the stand-in that says what it is. */
export function layout(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} – Azure stand-in</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <header>
          <a href="/owner">Azure stand-in</a>
          <p>Runs on your machine. This is not Azure.</p>
        </header>
        <main>${content}</main>
      </body>
    </html>`;
}
