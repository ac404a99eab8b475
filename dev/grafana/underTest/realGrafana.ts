import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Asker, type GrafanaUnderTest } from './triedGrafana';

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
  const ask: GrafanaUnderTest['ask'] = async (who, method, path, { body, headers } = {}) => {
    const answer = await fetch(new URL(url).origin + path, {
      method,
      headers: { authorization: authorizations[who], 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
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
