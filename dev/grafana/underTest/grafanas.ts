import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { demo } from '../../azure/demo';
import { startTestAzure } from '../../azure/testing/azureClients';
import { controlOf } from '../../azure/testing/control';
import { rawRequest } from '../../azure/testing/rawRequest';
import { previewApp } from '../../preview/app';
import { createState, readProvisioning } from '../../preview/state/provisioning';
import { testConnection, testPreview } from '../../preview/testing/testPreview';
import { type Asked, type Asker, type GrafanaUnderTest } from './triedGrafana';

const request = (method: string, authorization: string, { body, headers }: Asked = {}) => ({
  method,
  headers: { authorization, 'content-type': 'application/json', ...headers },
  body: body === undefined ? undefined : JSON.stringify(body),
});

/** A data source of the demonstration whose health is good. */
const shopMetrics = { type: 'prometheus', url: 'https://prometheus.shop.contoso.com:9443' };

const tokens: Record<Asker, string> = {
  admin: demo.grafanaToken,
  viewer: demo.grafanaViewerToken,
  stranger: 'glsa_nobody',
};

/** The workspace's own Grafana, as the stand-in for Azure serves it. */
export async function standIn(): Promise<GrafanaUnderTest> {
  const azure = await startTestAzure();
  await controlOf(azure).turn({ dialTimeoutSeconds: 0.3 });
  return {
    ask: (who, method, path, asked) =>
      rawRequest(azure, `${azure.urls.grafana}${path}`, request(method, `Bearer ${tokens[who]}`, asked)),
    answering: shopMetrics,
    close: () => azure.close(),
  };
}

const passwords: Record<Asker, string> = { admin: 'admin', viewer: 'viewer', stranger: 'guessed' };

/** The preview as the workspace's own Grafana, with what `npm start` provisions. */
export async function preview(): Promise<GrafanaUnderTest> {
  const azure = await startTestAzure();
  const provisioning = await readProvisioning('provisioning', {});
  const previewed = testPreview(() => createState('an-app', provisioning, 1), {
    checkDataSource: azure.dataSourceHealthAt(() => previewed.url),
  });
  const control = controlOf(azure);
  await control.turn({ dialTimeoutSeconds: 0.3 });
  await control.call('PATCH', `/workspaces/${demo.workspaces.main}`, { endpoint: previewed.url });
  const app = previewApp(previewed);
  return {
    ask: async (who, method, path, asked) => {
      const authorization = `Basic ${btoa(`${who}:${passwords[who]}`)}`;
      const answer = await app.request(path, request(method, authorization, asked), testConnection);
      return { status: answer.status, text: await answer.text() };
    },
    answering: shopMetrics,
    close: () => azure.close(),
  };
}

const idSchema = z.object({ id: z.number() });
const keySchema = z.object({ key: z.string() });

/**
 * A real Grafana at this origin, signed in to by GRAFANA_TOKEN (a service account with the role Admin) or by
 * GRAFANA_USER and GRAFANA_PASSWORD (admin, admin). For as long as the cases run it has a service account more, for
 * what a viewer may do.
 */
export async function realGrafana(url: string): Promise<GrafanaUnderTest> {
  const { GRAFANA_TOKEN: token, GRAFANA_USER: user = 'admin', GRAFANA_PASSWORD: password = 'admin' } = process.env;
  const authorizations: Record<Asker, string> = {
    admin: token ? `Bearer ${token}` : `Basic ${btoa(`${user}:${password}`)}`,
    viewer: '',
    stranger: 'Bearer glsa_nobody',
  };
  const ask: GrafanaUnderTest['ask'] = async (who, method, path, asked) => {
    const answer = await fetch(new URL(url).origin + path, request(method, authorizations[who], asked));
    return { status: answer.status, text: await answer.text() };
  };
  const post = async <T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> => {
    const { status, text } = await ask('admin', 'POST', path, { body });
    if (status >= 300) {
      throw new Error(`${url} answered POST ${path} with ${status}: ${text}`);
    }
    return schema.parse(JSON.parse(text));
  };

  const account = { name: `api-case-${randomUUID()}`, role: 'Viewer' };
  const { id } = await post('/api/serviceaccounts', account, idSchema);
  const { key } = await post(`/api/serviceaccounts/${id}/tokens`, { name: account.name }, keySchema);
  authorizations.viewer = `Bearer ${key}`;
  return {
    ask,
    // Grafana's own test data needs no network.
    answering: { type: 'grafana-testdata-datasource', url: '' },
    close: async () => void (await ask('admin', 'DELETE', `/api/serviceaccounts/${id}`)),
  };
}
