import { Hono } from 'hono';

import { parseDataSourceCommand } from '../../grafana/dataSourceCommand';
import { GrafanaError, readJson } from '../../grafana/grafanaError';
import { isRecord } from '../../grafana/json';
import { ownMachine } from '../../ownMachine';
import { defaultAzureIni } from '../backend/environment';
import { findPreparation } from '../demonstration';
import { type Preview } from '../preview';
import { type PreviewEnv, permitted } from './requestUser';

/**
 * What tests may ask of the preview and no Grafana offers; a suite that also runs on Grafana treats a 404 here as
 * "not a preview". POST /preview/reset, GET /preview/backend → {pid}, POST /preview/backend/kill, PATCH
 * /preview/azure {managedIdentityEnabled: false, …}, which is a changed grafana.ini and a restart, POST
 * /preview/data-sources [{name, type, …, readOnly: true}], which provisions more, and PATCH /preview/users/:login
 * {without: ['datasources:write']}, which removes permissions. POST /preview/try/:id is a button of the start page.
 */
export function controlRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  routes.use('/preview/*', ownMachine());

  routes.post('/preview/reset', async (c) => {
    await preview.reset();
    preview.users.list().forEach((user) => (user.without = []));
    return c.json({
      message:
        'Settings and data sources were reset to what is provisioned, permissions to what the roles grant, and the backend was restarted',
    });
  });

  routes.post('/preview/try/:id', async (c) => {
    permitted(c, 'plugins:write');
    const chosen = findPreparation(preview.demonstration, c.req.param('id'));
    if (!chosen) {
      throw new GrafanaError(404, 'nothing to try has this id');
    }
    await chosen.prepare();
    return c.redirect(chosen.href, 303);
  });

  routes.get('/preview/backend', (c) => c.json({ pid: preview.backend.pid() ?? null }));

  routes.post('/preview/backend/kill', async (c) => {
    await preview.backend.kill();
    return c.json({ message: 'The backend was killed' });
  });

  routes.patch('/preview/azure', async (c) => {
    const changes = await readJson(c.req);
    const known = Object.entries(isRecord(changes) ? changes : {}).filter(([key]) => key in defaultAzureIni);
    preview.azure = { ...preview.azure, ...Object.fromEntries(known) };
    await preview.backend.restart();
    return c.json(preview.azure);
  });

  routes.post('/preview/data-sources', async (c) => {
    const bodies = await readJson(c.req);
    for (const body of Array.isArray(bodies) ? bodies : []) {
      const command = parseDataSourceCommand(body);
      if (!command) {
        throw new GrafanaError(400, 'a data source needs name, type and access');
      }
      preview.state.dataSources.add(command, isRecord(body) && body.readOnly === true);
    }
    return c.json({ count: preview.state.dataSources.list().length }, 201);
  });

  routes.patch('/preview/users/:login', async (c) => {
    const user = preview.users.byLogin(c.req.param('login'));
    const body = await readJson(c.req);
    const without = isRecord(body) ? body.without : undefined;
    if (!user || !Array.isArray(without)) {
      throw new GrafanaError(user ? 400 : 404, user ? '"without" must be a list of actions' : 'user not found');
    }
    user.without = without.map(String);
    return c.json({ login: user.login, without: user.without });
  });

  return routes;
}
