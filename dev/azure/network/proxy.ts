import { createServer, type IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { listenOn, type Listener } from '../../listenOn';
import { type Context } from '../context';
import { settleOperations } from '../operations';
import { type Stores } from './stores';
import { meet, type OpenPort, resolveName } from './view';

/** The address that Azure's networks resolve names with. */
const azureDns = '168.63.129.16:53';

/**
 * The way into the closed network: an HTTP proxy, which a Grafana's data sources take by HTTP_PROXY and HTTPS_PROXY. The
 * user in the proxy's URL is the workspace in whose managed network the client is; without one it is outside of all.
 * A failed dial is answered with 502 or 504, and the words of Go's net package as the reason: Go's HTTP client gives the
 * reason of a CONNECT as its own error, and data sources show that of any other request.
 */
export function startProxy(context: Context, stores: Stores, address: string, port: number): Promise<Listener> {
  const server = createServer((request, response) => {
    const forward = async () => {
      const url = new URL(request.url ?? '');
      const meeting = await dial(context, request, url);
      const store = meeting.use === 'http' && (await stores.serverAt(meeting));
      if (!store) {
        throw new Error('EOF');
      }
      request.url = url.pathname + url.search;
      store.emit('request', request, response);
    };
    forward().catch((error: unknown) => {
      const { status, reason } = refusal(error);
      response.writeHead(status, reason).end(reason);
    });
  });
  server.on('connect', (request, socket) => {
    const tunnel = async () => {
      const store = await stores.serverAt(await dial(context, request, new URL(`http://${request.url}`)));
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      return store ? store.emit('connection', socket) : socket.resume();
    };
    socket.on('error', () => socket.destroy());
    tunnel().catch((error: unknown) => {
      const { status, reason } = refusal(error);
      socket.end(`HTTP/1.1 ${status} ${reason}\r\n\r\n`);
    });
  });
  return listenOn(server, address, port);
}

/** Resolves a name and connects as Go's net.Dialer does. Rejects with its error text. */
async function dial(context: Context, client: IncomingMessage, { hostname, port }: URL): Promise<OpenPort> {
  settleOperations(context);
  const [user] = atob(client.headers['proxy-authorization']?.replace(/^Basic /, '') ?? '').split(':');
  const workspace = context.world.workspaces.find(({ name }) => name === user);
  const address = isIP(hostname) ? hostname : resolveName(workspace, hostname);
  if (!address) {
    throw new Error(`dial tcp: lookup ${hostname} on ${azureDns}: no such host`);
  }
  const meeting = meet(context.world, workspace, address, Number(port || 80));
  if (meeting.outcome === 'open') {
    return meeting;
  }
  if (meeting.outcome === 'lost') {
    await setTimeout(context.knobs.dialTimeoutSeconds * 1000, undefined, { ref: false });
  }
  const reason = meeting.outcome === 'lost' ? 'i/o timeout' : 'connect: connection refused';
  throw new Error(`dial tcp ${address}:${port || 80}: ${reason}`);
}

function refusal(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return { status: reason.endsWith('i/o timeout') ? 504 : 502, reason };
}
