import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { type CertificateAuthority } from '../certificates';
import { type Clock } from '../clock';
import { publicFace, storeApi } from './storeApi';
import { type StoreSpec } from './storeSpecs';
import { type OpenPort } from './view';

/** The data stores. They listen on no port: the only way in is what the network's proxy hands over. */
export class Stores {
  private servers = new Map<string, Promise<HttpServer | HttpsServer>>();

  constructor(
    private readonly authority: CertificateAuthority,
    private readonly clock: Clock
  ) {}

  /** Who answers at this port; undefined where connections are taken and nothing is ever said. */
  async serverAt({ store, use, isPublic }: OpenPort): Promise<HttpServer | HttpsServer | undefined> {
    if (use === 'tcp') {
      return undefined;
    }
    const key = `${store.target.name} ${store.target.type} ${use} ${String(isPublic)}`;
    const server = this.servers.get(key) ?? this.create(store, use, isPublic);
    this.servers.set(key, server);
    return server;
  }

  private async create(store: StoreSpec, use: 'http' | 'https', isPublic: boolean): Promise<HttpServer | HttpsServer> {
    const listener = getRequestListener((isPublic ? publicFace() : storeApi(store, this.clock)).fetch);
    const server =
      use === 'http'
        ? createHttpServer(listener)
        : createHttpsServer(await this.authority.issue(store.certificate), listener);
    // A connection that is kept would outlast the endpoint that it leads over.
    server.maxRequestsPerSocket = 1;
    return server;
  }
}
