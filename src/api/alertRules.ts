import * as z from 'zod/mini';
import { type JsonObject, stringAt } from '../domain/json';
import { BackendError, signedOut } from './errors';
import { grafanaAnswer, type GrafanaAnswer } from './grafanaAnswer';

const RULES = '/api/v1/provisioning/alert-rules';
/** Of the folder that is created; its title is that of the file. */
const FOLDER_UID = 'azure-private-endpoints';

const storedRules = z.array(z.object({ uid: z.string(), folderUID: z.string() }));

/** How many rules were created, and how many were there before. */
export interface CreatedRules {
  created: number;
  existing: number;
}

/**
 * Creates alert rules in this Grafana with the user's own rights, in a folder that is created where it is missing. A rule whose uid
 * exists is left alone, whoever made it. They can be edited afterwards, which Grafana forbids for rules that come from its provisioning
 * API unless X-Disable-Provenance is sent (Grafana 12.4, pkg/services/ngalert/api/api_provisioning.go).
 * @param rules as the API takes them, without `folderUID`
 * @throws BackendError; what was created before stays, and is left alone the next time
 */
export async function createAlertRules(
  rules: Array<JsonObject & { uid: string }>,
  folderTitle: string
): Promise<CreatedRules> {
  const stored = storedRules.parse((await ask({ url: RULES })).body);
  const isOurs = (uid: string) => rules.some((rule) => rule.uid === uid);
  const missing = rules.filter(({ uid }) => !stored.some((rule) => rule.uid === uid));
  let created = 0;
  if (missing.length > 0) {
    const folderUID = stored.find(({ uid }) => isOurs(uid))?.folderUID ?? (await folder(folderTitle));
    for (const rule of missing) {
      const answer = await ask(
        { url: RULES, method: 'POST', data: { ...rule, folderUID }, headers: { 'X-Disable-Provenance': 'true' } },
        409
      );
      created += answer.status === 409 ? 0 : 1;
    }
  }
  return { created, existing: rules.length - created };
}

/** The uid of the folder, which is created where it is missing. */
async function folder(title: string): Promise<string> {
  const found = await ask({ url: `/api/folders/${FOLDER_UID}` }, 404);
  if (found.status === 404) {
    // 412 is another way of saying that it exists, where Grafana keeps folders as Kubernetes objects (pkg/api/apierrors/folder.go).
    await ask({ url: '/api/folders', method: 'POST', data: { uid: FOLDER_UID, title } }, 409, 412);
  }
  return FOLDER_UID;
}

/** @throws BackendError for a refusal with another status than those expected. */
async function ask(options: Parameters<typeof grafanaAnswer>[0], ...expected: number[]): Promise<GrafanaAnswer> {
  const answer = await grafanaAnswer(options);
  const { status, body } = answer;
  if (status < 300 || expected.includes(status)) {
    return answer;
  }
  if (status === 401) {
    throw new BackendError(signedOut, status);
  }
  const cause = stringAt(body, 'message') || `Status ${status}`;
  const failure =
    status === 403
      ? {
          code: 'grafana_refused',
          message: 'You don’t have permission to create alert rules.',
          hint: 'Ask a Grafana admin for permission to create folders and alert rules, or copy the rules.',
        }
      : {
          code: 'grafana_rejected',
          message: 'Grafana rejected the alert rules.',
          hint: 'See Details for the reason. Rules that were already created stay. You can also copy the rules.',
        };
  throw new BackendError({ ...failure, cause }, status);
}
