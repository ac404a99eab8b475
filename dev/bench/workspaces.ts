import { demo, demoWorkspaceId } from '../azure/demo';

/** How many endpoints the benchmark's workspaces hold. */
export const sizes = [10, 100, 1000] as const;
export type Size = (typeof sizes)[number];

/** The ARM id of the workspace with so many endpoints. */
export const workspaceIdOf = (size: Size): string => demoWorkspaceId(`bench-${size}`);

/** What the app stores for a workspace, and its secrets. */
export const appSettings = (size: Size) => ({
  jsonData: {
    workspaceId: workspaceIdOf(size),
    azureCredentials: {
      authType: 'clientsecret',
      azureCloud: demo.cloudName,
      tenantId: demo.tenantId,
      clientId: demo.clientId,
    },
  },
  secureJsonData: { azureClientSecret: demo.clientSecret },
});
