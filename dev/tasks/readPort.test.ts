import { createServer } from 'node:net';

import { readPort } from './readPort';

it.each(['abc', '0', '70000', '3000.5'])('refuses PORT=%s', async (value) => {
  await expect(readPort(value)).rejects.toThrow(`not "${value}"`);
});

it('says when a port is taken, and takes it when it is free', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  await expect(readPort(String(port))).rejects.toThrow(`Port ${port} is in use`);
  await new Promise((resolve) => server.close(resolve));
  await expect(readPort(String(port))).resolves.toBe(port);
});
