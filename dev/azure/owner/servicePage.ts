import { html } from 'hono/html';
import { cluster, pods } from '../cluster/pods';
import { type Target } from '../state';

type Html = ReturnType<typeof html>;

/** What became of a manifest. */
export interface Applied {
  /** The manifest, to be corrected. */
  manifest: string;
  /** The link service that AKS created; else why not. */
  target?: Target;
  refused?: string;
}

/** In place of kubectl: applies the manifest of a Service, for which AKS creates a private link service. */
export function servicePage({ manifest, target, refused }: Applied): Html {
  return html`
    <nav aria-label="Breadcrumbs">
      <a href="/owner">Private endpoint connections</a> <span aria-hidden="true">›</span> AKS cluster
    </nav>
    <h1>AKS cluster</h1>
    <p class="weak">
      In place of kubectl: apply the manifest of a Service of type LoadBalancer, for which AKS creates a private link
      service.
    </p>
    ${target ? applied(target) : ''} ${refused ? html`<p class="refused" role="alert">${refused}</p>` : ''}
    <section aria-label="Apply a Service">
      <form method="post" action="/owner/service">
        <label>
          Manifest
          <textarea name="manifest" rows="16" spellcheck="false" required>${manifest}</textarea>
        </label>
        <button class="first">Apply</button>
      </form>
    </section>
    <h2>Pods</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Labels</th>
          <th scope="col">Namespace</th>
          <th scope="col">Ports</th>
        </tr>
      </thead>
      <tbody>
        ${pods.map(
          ({ namespace, labels, ports }) => html`
            <tr>
              <th scope="row">
                ${Object.entries(labels)
                  .map((label) => label.join('='))
                  .join(', ')}
              </th>
              <td>${namespace}</td>
              <td>${Object.keys(ports).join(', ')}</td>
            </tr>
          `
        )}
      </tbody>
    </table>
    <p class="weak">
      Subscription ${cluster.subscriptionId}, node resource group ${cluster.nodeResourceGroup}, subnets
      ${cluster.subnets.join(' (pods), ')}
    </p>
  `;
}

function applied({ id, name }: Target): Html {
  return html`<p class="done" role="status">
    Private link service <a href="/owner?target=${encodeURIComponent(id)}">${name}</a> created: <code>${id}</code>
  </p>`;
}
