import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { type Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type CertificateAuthority } from '../certificates';
import { type Clock } from '../clock';
import { publicFace, storeApi } from './storeApi';
import { type StoreSpec } from './storeSpecs';
import { type Meeting } from './view';

/**
 * The data stores. They listen on no port: the only way in is a socket that the network's gateway hands over.
 */
export class Stores {
  private servers = new Map<string, Promise<HttpServer | HttpsServer>>();

  constructor(
    private readonly authority: CertificateAuthority,
    private readonly clock: Clock
  ) {}

  /**
   * Readies what answers at this port, and takes the socket when it is called. What the caller says before that would
   * be lost to a TLS server, so it must not be told earlier that the way is open.
   */
  async ready({ store, use, isPublic }: Meeting & { outcome: 'open' }): Promise<(socket: Socket) => void> {
    if (use === 'tcp') {
      return (socket) => void socket.resume();
    }
    const key = `${store.target.name} ${store.target.type} ${use} ${String(isPublic)}`;
    const server = this.servers.get(key) ?? this.create(store, use, isPublic);
    this.servers.set(key, server);
    const created = await server;
    return (socket) => void created.emit('connection', socket);
  }

  private async create(store: StoreSpec, use: 'http' | 'https', isPublic: boolean): Promise<HttpServer | HttpsServer> {
    const listener = getRequestListener((isPublic ? publicFace() : storeApi(store, this.clock)).fetch);
    if (use === 'http') {
      return createHttpServer((incoming, outgoing) => void listener(incoming, outgoing));
    }
    const certificate = await this.authority.issue(store.certificate);
    return createHttpsServer(certificate, (incoming, outgoing) => void listener(incoming, outgoing));
  }
}
