import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { listenOn, type Listener } from '../listenOn';
import { applyFault, type Connection } from './applyFault';
import { type ServerCertificate } from './certificates';
import { type Clock } from './clock';
import { type Faults } from './faults';
import { type Host, type RequestLog } from './requestLog';

type Fetch = (request: Request) => Response | Promise<Response>;

interface Observed {
  host: Host;
  faults: Faults;
  requests: RequestLog;
  clock: Clock;
}

/** Logs every request of one of Azure's hosts and puts the switched-on faults into its answers. */
export function observed(fetch: Fetch, { host, faults, requests, clock }: Observed) {
  return async (request: Request, connection: Connection): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const fault = faults.take(host, request.method, pathname);
    const answer = async () => fetch(request);
    const response = fault ? await applyFault(fault, answer, connection) : await answer();
    const status = response?.status ?? 0;
    requests.add({ at: clock.iso(), host, method: request.method, path: pathname, query: search, status });
    return response ?? RESPONSE_ALREADY_SENT;
  };
}

type Handler = (request: Request, connection: Connection) => Promise<Response> | Response;

/**
 * Listens on `address`; without a certificate it speaks plain http. Port 0 takes a free one.
 * Rejects with Node's own error when the port is in use.
 */
export function listen(handler: Handler, address: string, port: number, tls?: ServerCertificate): Promise<Listener> {
  // A TLS socket can't send a TCP reset, the one below it can.
  const sockets = new Map<number, Socket>();
  const onRequest = getRequestListener((request, env) => {
    // The type covers HTTP/2 too, which these servers never speak.
    const outgoing = env.outgoing as ServerResponse;
    const port = env.incoming.socket.remotePort ?? 0;
    return handler(request, { outgoing, cut: () => sockets.get(port)?.resetAndDestroy() });
  });
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse) => void onRequest(incoming, outgoing);
  const server = tls ? createHttpsServer(tls, serve) : createHttpServer(serve);
  return listenOn(server, address, port, sockets);
}
