import { connect } from 'node:net';

/** The port of PORT, 3000 without it. @throws Error in one sentence when it is no port, or taken. */
export async function readPort(value: string | undefined): Promise<number> {
  const port = Number(value || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT must be a number from 1 to 65535, not "${value}".`);
  }
  if (await portInUse(port)) {
    throw new Error(`Port ${port} is in use: stop what listens there, or choose another one with PORT=<number>.`);
  }
  return port;
}

/** Whether something on this machine answers on a port, on either of localhost's addresses. */
async function portInUse(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => accepts(host, port)));
  return answers.includes(true);
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
