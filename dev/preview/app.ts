import { Hono, type MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { dataSourceRoutes } from '../grafana/dataSourceRoutes';
import { GrafanaError } from '../grafana/grafanaError';
import { type Preview } from './preview';
import { controlRoutes } from './routes/control';
import { pageRoutes } from './routes/pages';
import { pluginCallRoutes } from './routes/pluginCalls';
import { pluginSettingsRoutes } from './routes/pluginSettings';
import { identify, type PreviewEnv, sessionCookie, signedIn } from './routes/requestUser';
import { signInRoutes } from './routes/signIn';
import { staticRoutes } from './routes/staticFiles';
import { userRoutes } from './routes/users';
import { permissionsOf } from './state/users';

/** All routes of the preview. They stand for those of Grafana that the plugin, its pages and its tests use. */
export function previewApp(preview: Preview): Hono<PreviewEnv> {
  const app = new Hono<PreviewEnv>();

  app.onError((error, c) => {
    if (error instanceof GrafanaError) {
      return c.json(error.body, error.status);
    }
    console.error('[preview]', error);
    return c.json({ message: 'Internal server error' }, 500);
  });
  app.notFound((c) => c.json({ message: 'Not found' }, 404));

  app.use(responseHeaders);
  app.use(sameOrigin);
  app.get('/api/health', (c) => c.json({ database: 'ok', version: preview.grafana.version, commit: 'preview' }));
  app.use(identify(preview));
  app.route('/', signInRoutes(preview));
  app.route('/', userRoutes(preview));
  app.route('/', pluginSettingsRoutes(preview));
  app.route('/', pluginCallRoutes(preview));
  app.route(
    '/',
    dataSourceRoutes<PreviewEnv>({
      sources: () => preview.state.dataSources,
      actions: (c) => Object.keys(permissionsOf(signedIn(c))),
      check: (source) => preview.checkDataSource(source),
      now: () => Date.now(),
    })
  );
  app.route('/', openFeatureRoutes());
  app.route('/', controlRoutes(preview));
  app.route('/', pageRoutes(preview));
  app.route('/', staticRoutes(preview));
  return preview.subPath ? servedBelow(preview.subPath, app) : app;
}

/** Feature flags by OFREP, which @grafana/plugin-e2e asks for: the preview has none. https://openfeature.dev/specification/appendix-c */
function openFeatureRoutes(): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const base = '/apis/features.grafana.app/v0alpha1/namespaces/:namespace/ofrep/v1/evaluate/flags';
  routes.post(base, (c) => c.json({ flags: [], metadata: {} }));
  routes.post(`${base}/:key`, (c) => c.json({ key: c.req.param('key'), errorCode: 'FLAG_NOT_FOUND' }, 404));
  return routes;
}

/** The headers that Grafana gives its answers, whatever a plugin says (12.4, pkg/middleware/middleware.go). */
const responseHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('X-Frame-Options', 'deny');
  if (!c.req.path.startsWith('/public/')) {
    c.header('Cache-Control', 'no-store');
  }
};

const safeMethods = ['HEAD', 'OPTIONS', 'TRACE'];

/** Refuses what another host's page asks for with somebody's session, GET too; ports don't count (Grafana 12.4, pkg/middleware/csrf). */
const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('Origin');
  const isChecked = origin && getCookie(c, sessionCookie) !== undefined && !safeMethods.includes(c.req.method);
  if (isChecked && hostOf(origin) !== hostOf(`http://${c.req.header('Host')}`)) {
    return c.text('origin not allowed', 403);
  }
  return next();
};

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/**
 * The app below a path, as Grafana 12.4.0 with `serve_from_sub_path` (pkg/middleware/subpath_redirect.go): the API answers
 * without the path too, all else is sent there. A proxy that removes the path looks the same to a browser.
 */
function servedBelow(subPath: string, app: Hono<PreviewEnv>): Hono<PreviewEnv> {
  const outer = new Hono<PreviewEnv>();
  const inside = async (request: Request, env: object) => {
    const answer = await app.fetch(request, env);
    const location = answer.headers.get('Location');
    if (location?.startsWith('/')) {
      answer.headers.set('Location', subPath + location);
    }
    return answer;
  };
  outer.mount(subPath, inside, (c) => [c.env]);
  outer.all('*', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return pathname.startsWith('/api') ? app.fetch(c.req.raw, c.env) : c.redirect(subPath + pathname + search, 301);
  });
  return outer;
}
