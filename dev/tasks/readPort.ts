import { portInUse } from './portInUse';

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
