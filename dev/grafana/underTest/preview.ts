import { demo } from '../../azure/demo';
import { startTestAzure } from '../../azure/testing/azureClients';
import { controlOf } from '../../azure/testing/control';
import { previewApp } from '../../preview/app';
import { testConnection, testPreview } from '../../preview/testing/testPreview';
import { createState, readProvisioning } from '../../preview/state/provisioning';
import { type Asker, type GrafanaUnderTest } from './triedGrafana';

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
    ask: async (who, method, path, { body, headers } = {}) => {
      const authorization = `Basic ${btoa(`${who}:${passwords[who]}`)}`;
      const answer = await app.request(
        path,
        {
          method,
          headers: { authorization, 'content-type': 'application/json', ...headers },
          body: body === undefined ? undefined : JSON.stringify(body),
        },
        testConnection
      );
      return { status: answer.status, text: await answer.text() };
    },
    answering: { type: 'prometheus', url: 'https://prometheus.shop.contoso.com:9443' },
    close: () => azure.close(),
  };
}
