import { type MiddlewareHandler } from 'hono';

/** The headers that Grafana gives its answers, whatever a plugin says (12.4, pkg/middleware/middleware.go). */
export const responseHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('X-Frame-Options', 'deny');
  if (!c.req.path.startsWith('/public/')) {
    c.header('Cache-Control', 'no-store');
  }
};
