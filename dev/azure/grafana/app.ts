import { Hono } from 'hono';

/** The workspace's own Grafana. */
export function grafanaApp(): Hono {
  const app = new Hono();
  app.get('/api/health', (c) => c.json({ database: 'ok', version: '12.4.0' }));
  return app;
}
