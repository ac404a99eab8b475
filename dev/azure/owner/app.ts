import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { z } from 'zod';
import { type Context } from '../context';
import { same } from '../state';
import { findTarget, removeConnection, decide } from '../targets/connections';
import { applyService, ServiceRefused } from '../cluster/applyService';
import { layout, targetList, targetPage } from './page';
import { type Applied, servicePage } from './servicePage';

const formSchema = z.object({
  target: z.string(),
  connection: z.string(),
  description: z.string().max(140).default(''),
  decision: z.enum(['Approved', 'Rejected', 'Remove']),
});

/** The resource owner's page, in place of the Private endpoint connections page in the Azure portal. */
export function ownerApp(context: Context): Hono {
  const app = new Hono();

  app.get('/owner', (c) => {
    const id = c.req.query('target');
    if (id === undefined) {
      return c.html(layout('Connections', targetList([...context.world.targets.values()])));
    }
    const target = findTarget(context.world, id);
    return target
      ? c.html(layout(target.name, targetPage(target, doneText(c.req.query('done'), c.req.query('to')))))
      : c.html(layout('Not found', notFound), 404);
  });

  app.post('/owner/decide', async (c) => {
    const form = formSchema.parse(await c.req.parseBody());
    const target = findTarget(context.world, form.target);
    const connection = target?.connections.find(({ name }) => same(name, form.connection));
    if (target && connection && form.decision === 'Remove') {
      removeConnection(target, connection.name);
    } else if (target && connection && form.decision !== 'Remove') {
      decide(context, target, connection, form.decision, form.description);
    }
    const said = new URLSearchParams({ target: form.target, done: form.decision, to: nameOf(connection) });
    return c.redirect(`/owner?${said}`, 303);
  });

  app.get('/owner/service', (c) => c.html(layout('AKS cluster', servicePage({ manifest: '' }))));

  app.post('/owner/service', async (c) => {
    const { manifest } = z.object({ manifest: z.string() }).parse(await c.req.parseBody());
    const result = applied(context, manifest);
    return c.html(layout('AKS cluster', servicePage(result)), result.refused === undefined ? 200 : 422);
  });

  app.get('/', (c) => c.html(layout('Portal', html`${portal} ${raw(portalLinks)}`)));
  return app;
}

function applied({ world }: Context, manifest: string): Applied {
  try {
    return { manifest, target: applyService(world, manifest) };
  } catch (error) {
    if (error instanceof ServiceRefused) {
      return { manifest, refused: error.message };
    }
    throw error;
  }
}

const notFound = html`<h1>Resource not found</h1>
  <p><a href="/owner">Private endpoint connections</a></p>`;

const portal = html`<h1>Azure stand-in</h1>
  <p><a href="/owner">Private endpoint connections</a></p>`;

const nameOf = (connection: { privateEndpointId: string } | undefined) =>
  connection?.privateEndpointId.split('/').at(-1) ?? '';

const results: Record<string, string> = { Approved: 'Approved', Rejected: 'Rejected', Remove: 'Removed' };

/** The owner's last action, and when the workspace shows it. */
function doneText(decision = '', connection = ''): string {
  const result = results[decision];
  return result ? `${result} ${connection}. The workspace shows the new state after its next refresh.` : '';
}

/** The portal's deep links carry the resource behind `#`; this one opens the owner's page of that resource. */
const portalLinks = `<script>
  const id = /[#\\/]resource(\\/subscriptions\\/[^/]+\\/resourceGroups\\/[^/]+\\/providers\\/[^/]+\\/[^/]+\\/[^/]+)/i.exec(location.hash);
  if (id) location.replace('/owner?target=' + encodeURIComponent(id[1]));
</script>`;
