import { accept, refuse, type Checked } from '../checked';
import { buildResourceId, parseResourceId, resourceType } from '../resourceId';

const WORKSPACE_TYPE = 'microsoft.dashboard/grafana';

/**
 * Reads which workspace an admin means: a resource ID, or an Azure portal URL that holds one, in any casing. The value is
 * the id, written anew.
 */
export function readWorkspaceId(text: string): Checked<string> {
  if (text.trim() === '') {
    return refuse(
      'The workspace is missing.',
      'Paste its resource ID. In the Azure portal, open the workspace, then select Overview and JSON View.'
    );
  }
  const id = parseResourceId(text);
  if (!id.ok) {
    return id;
  }
  const type = resourceType(id.value);
  if (type.toLowerCase() !== WORKSPACE_TYPE) {
    return refuse(
      `This resource ID belongs to a ${type}, not to a workspace.`,
      'A workspace’s resource ID ends with /providers/Microsoft.Dashboard/grafana/<name>.'
    );
  }
  return accept(buildResourceId(id.value));
}
