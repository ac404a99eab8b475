/** What the configured identity has to be able to do in Azure. */
export type RightKey = 'list' | 'create' | 'delete' | 'refresh' | 'readTargets';

/** What we know about a right. Azure is asked for the identity's permissions, and only the attempt itself proves one. */
export type RightState = 'granted' | 'notGranted' | 'unknown';

/** One right: what it is for and how it is granted. */
export interface Right {
  key: RightKey;
  /** What it allows, as the end of "The identity seems allowed to …". */
  title: string;
  /** Azure's name of the action. */
  action: string;
  /** Built-in role that has it. */
  role: string;
  /** Where the role is assigned. */
  scope: 'workspace' | 'targets';
  /** False where the published list of operations doesn't settle the action's name, so a refusal may be wrong. */
  documented: boolean;
}

const contributor = 'Azure Managed Grafana Workspace Contributor';

const byKey: Record<RightKey, Right> = {
  list: {
    key: 'list',
    title: 'list private endpoints',
    action: 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/read',
    role: 'Reader',
    scope: 'workspace',
    documented: true,
  },
  create: {
    key: 'create',
    title: 'create private endpoints',
    action: 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/write',
    role: contributor,
    scope: 'workspace',
    documented: true,
  },
  delete: {
    key: 'delete',
    title: 'delete private endpoints',
    action: 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/delete',
    role: contributor,
    scope: 'workspace',
    documented: true,
  },
  refresh: {
    key: 'refresh',
    title: 'refresh the workspace',
    action: 'Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action',
    role: 'Contributor',
    scope: 'workspace',
    documented: false,
  },
  readTargets: {
    key: 'readTargets',
    title: 'read targets',
    action: '*/read',
    role: 'Reader',
    scope: 'targets',
    documented: true,
  },
};

/** The rights in the order they are checked (Microsoft: permissions of Microsoft.Dashboard, built-in roles for monitoring). */
export const rights: readonly Right[] = Object.values(byKey);

/** The right with a key. */
export function rightByKey(key: RightKey): Right {
  return byKey[key];
}

/** Says what is known about a right, with the missing action and the role that has it. */
export function rightWords(right: Right, state: RightState): { label: string; text: string } {
  const where = right.scope === 'workspace' ? 'the workspace' : 'the resources you want to reach';
  switch (state) {
    case 'granted':
      return { label: 'Seems allowed', text: `The identity seems allowed to ${right.title}.` };
    case 'unknown':
      return {
        label: "Can't tell",
        text: `Whether the identity may ${right.title} can't be told beforehand. If Azure refuses it, assign the role ${right.role} on ${where}.`,
      };
    case 'notGranted':
      return {
        label: 'Not granted',
        text: `The identity may not ${right.title}: ${right.action} is missing. Assign the role ${right.role} on ${where}${
          right.documented ? '' : ", or try it first: Azure's documentation leaves the exact right open"
        }.`,
      };
  }
}

/** A custom role with the least rights, as JSON for `az role definition create`. */
export function leastPrivilegeRole(workspaceResourceGroupId: string): string {
  return JSON.stringify(
    {
      Name: 'Grafana private endpoints operator',
      IsCustom: true,
      Description: 'Manage the managed private endpoints of Azure Managed Grafana workspaces.',
      Actions: [
        'Microsoft.Dashboard/grafana/read',
        'Microsoft.Dashboard/grafana/managedPrivateEndpoints/*',
        // The name of the refresh action isn't in the published list: the wildcard covers every candidate.
        'Microsoft.Dashboard/grafana/*/action',
        'Microsoft.Dashboard/locations/operationStatuses/read',
        'Microsoft.Resources/subscriptions/resourceGroups/read',
      ],
      NotActions: [],
      AssignableScopes: [workspaceResourceGroupId],
    },
    null,
    2
  );
}
