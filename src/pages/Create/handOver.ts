import { type CreateRequest } from '../../domain/create/createRequest';
import { nameOfTarget } from '../../domain/list/row';
import { rightByKey } from '../../domain/permissions';
import { type Workspace } from '../../domain/workspace';

export interface HandOver {
  workspace: Workspace;
  name: string;
  request: CreateRequest;
  /** Title of the language, for example "Azure CLI". */
  language: string;
  code: string;
}

/** A message for somebody who has the right to create, with the code that does it. */
export function handOverMessage({ workspace, name, request, language, code }: HandOver): string {
  const { role } = rightByKey('create');
  return [
    'Hello,',
    '',
    `Azure Managed Grafana "${workspace.name}" needs the private endpoint "${name}" to ${nameOfTarget(request.targetId)}. I don’t have permission to create it. The role "${role}" on ${workspace.id} has this permission.`,
    '',
    `To create it (${language}):`,
    '',
    code.trim(),
    '',
    'The resource owner must then approve the request, and the workspace must be refreshed.',
  ].join('\n');
}
