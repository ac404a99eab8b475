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
    `Azure Managed Grafana "${workspace.name}" needs the private endpoint "${name}" to ${nameOfTarget(request.targetId)}, and I have no right to create it. It takes the role "${role}" on ${workspace.id}.`,
    '',
    `This does it (${language}):`,
    '',
    code.trim(),
    '',
    'Afterwards the owner of the resource has to approve the request, and the workspace has to be refreshed.',
  ].join('\n');
}
