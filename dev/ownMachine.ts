import { type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Bodies up to this size are read, in bytes: data sources for the benchmarks are the largest. */
const maxBody = 8 << 20;

/** Answers 413 to larger bodies. */
export const bounded = bodyLimit({
  maxSize: maxBody,
  onError: (c) => c.json({ error: `a body has at most ${maxBody} bytes` }, 413),
});

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Lets nobody in but this machine's own programs and pages: a page of someone else that is open in the same browser can send
 * requests here too. A foreign `Host` is what such a page's own name looks like once it resolves to this machine.
 * @param hostname another name of this machine
 */
export function ownMachine(hostname = () => 'localhost'): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('Host') ?? '';
    const origin = c.req.header('Origin');
    if (![...ownNames, hostname()].includes(nameOf(host))) {
      return c.text('host not allowed', 403);
    }
    if (origin !== undefined && origin !== `http://${host}`) {
      return c.text('origin not allowed', 403);
    }
    if (c.req.header('Sec-Fetch-Site') === 'cross-site' && !['GET', 'HEAD'].includes(c.req.method)) {
      return c.text('other sites are not allowed', 403);
    }
    return next();
  };
}

function nameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}
