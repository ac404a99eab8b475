import { type Context, Hono } from 'hono';
import { z } from 'zod';

import { GrafanaError, readJson } from '../../grafana/grafanaError';
import { type AlertRule } from '../alerting/rule';
import { fillTemplate } from '../alerting/template';
import { type Preview } from '../preview';
import { type RuleState } from '../state/alerting';
import { type PreviewEnv, permitted, permittedAny } from './requestUser';

const texts = z.record(z.string(), z.string());

const ruleSchema = z.object({
  uid: z.string().optional(),
  title: z.string().default(''),
  folderUID: z.string().default(''),
  ruleGroup: z.string().default(''),
  condition: z.string().default(''),
  data: z
    .array(
      z.object({
        refId: z.string(),
        datasourceUid: z.string(),
        relativeTimeRange: z.object({ from: z.number(), to: z.number() }).optional(),
        model: z.record(z.string(), z.unknown()),
      })
    )
    .default([]),
  for: z.string().default('0s'),
  noDataState: z.string().default('NoData'),
  execErrState: z.string().default('Alerting'),
  labels: texts.default({}),
  annotations: texts.default({}),
});

/**
 * Folders, the provisioning API of alert rules, and the states of the rules, as Grafana 12.4 answers them (pkg/api/folder.go,
 * pkg/services/ngalert/api/{authorization,api_provisioning,prometheus}). Only creating and reading: nothing else is asked.
 */
export function alertingRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const stored = () => preview.state.alerting;

  routes.get('/api/folders/:uid', (c) => {
    permitted(c, 'folders:read');
    const folder = stored().folder(c.req.param('uid'));
    return folder ? c.json(folder) : c.json({ status: 'not-found', message: 'folder not found' }, 404);
  });

  routes.post('/api/folders', async (c) => {
    permitted(c, 'folders:create');
    const { data } = z
      .object({ uid: z.string().optional(), title: z.string().optional() })
      .safeParse(await readJson(c.req));
    return c.json(stored().addFolder(data ?? {}));
  });

  routes.get('/api/v1/provisioning/alert-rules', (c) => {
    permittedAny(c, ['alert.provisioning:read'], ['alert.rules:read', 'folders:read']);
    return c.json(stored().rules);
  });

  routes.post('/api/v1/provisioning/alert-rules', async (c) => {
    permittedAny(c, ['alert.provisioning:write'], ['alert.rules:create', 'alert.provisioning.provenance:write']);
    const { data, error } = ruleSchema.safeParse(await readJson(c.req));
    if (!data) {
      throw new GrafanaError(400, error.message);
    }
    const rule: AlertRule = { ...data, uid: data.uid ?? crypto.randomUUID().slice(0, 14), provenance: provenanceOf(c) };
    stored().addRule(rule);
    return c.json(rule, 201);
  });

  routes.get('/api/prometheus/grafana/api/v1/rules', (c) => {
    permitted(c, 'alert.rules:read');
    const { rules, folders, evaluated } = stored();
    const externalUrl = `${preview.url}${preview.subPath}/`;
    const groups = new Map<string, AlertRule[]>();
    for (const rule of rules) {
      const key = `${rule.folderUID}/${rule.ruleGroup}`;
      groups.set(key, [...(groups.get(key) ?? []), rule]);
    }
    return c.json({
      status: 'success',
      data: {
        groups: [...groups.values()].map((group) => ({
          name: group[0]?.ruleGroup,
          file: folders.find(({ uid }) => uid === group[0]?.folderUID)?.title,
          folderUid: group[0]?.folderUID,
          interval: 60,
          rules: group.map((rule) => ruleAnswer(rule, evaluated.get(rule.uid), externalUrl)),
        })),
      },
    });
  });
  return routes;
}

/** Only that the header is there counts, whatever its value. */
function provenanceOf(c: Context): '' | 'api' {
  return c.req.header('X-Disable-Provenance') === undefined ? 'api' : '';
}

function ruleAnswer(rule: AlertRule, evaluated: { at: number; states: RuleState[] } | undefined, externalUrl: string) {
  const states = evaluated?.states ?? [];
  const failed = states.find(({ state }) => state === 'Error');
  const isAny = (state: RuleState['state']) => states.some((one) => one.state === state);
  return {
    uid: rule.uid,
    name: rule.title,
    folderUid: rule.folderUID,
    state: isAny('Alerting') || failed ? 'firing' : isAny('Pending') ? 'pending' : 'inactive',
    health: !evaluated ? 'unknown' : failed ? 'error' : 'ok',
    lastError: failed?.error,
    lastEvaluation: evaluated && new Date(evaluated.at).toISOString(),
    duration: 0,
    alerts: states
      .filter(({ state }) => state !== 'Normal')
      .map(({ labels, value, state, activeAt }) => ({
        labels: { alertname: rule.title, ...rule.labels, ...labels },
        annotations: Object.fromEntries(
          Object.entries(rule.annotations).map(([name, text]) => [name, fillTemplate(text, { labels, externalUrl })])
        ),
        state,
        activeAt: activeAt && new Date(activeAt).toISOString(),
        value: String(value),
      })),
  };
}
