import { type AddressInfo, type Server, type Socket } from 'node:net';

export interface Listener {
  port: number;
  close(): Promise<void>;
}

/**
 * Opens a port for a server, 0 a free one; closing it ends all its connections, which `sockets` holds by their port.
 * Rejects with Node's own error when the port is in use.
 */
export function listenOn(
  server: Server,
  address: string,
  port: number,
  sockets = new Map<number, Socket>()
): Promise<Listener> {
  if ('keepAliveTimeout' in server) {
    // Node's own five seconds end a connection just as a client uses it again. Grafana keeps them open.
    server.keepAliveTimeout = 120_000;
  }
  server.on('connection', (socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          sockets.forEach((socket) => socket.destroy());
        });
      resolve({ port: (server.address() as AddressInfo).port, close });
    });
  });
}
