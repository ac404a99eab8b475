import { demo } from '../../azure/demo';
import { startTestAzure } from '../../azure/testing/azureClients';
import { controlOf } from '../../azure/testing/control';
import { rawRequest } from '../../azure/testing/rawRequest';
import { type Asker, type GrafanaUnderTest } from './triedGrafana';

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
    ask: (who, method, path, { body, headers } = {}) =>
      rawRequest(azure, `${azure.urls.grafana}${path}`, {
        method,
        headers: { authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json', ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    answering: { type: 'prometheus', url: 'https://prometheus.shop.contoso.com:9443' },
    close: () => azure.close(),
  };
}
