import { screen } from '@testing-library/react';
import React from 'react';
import { sampleWorkspaceId } from '../domain/testing/sampleEndpoint';
import { WorkspaceTab } from '../pages/Configuration/WorkspaceTab';
import { render } from './render';
import { requestsSeen } from './server';

export const applicationId = '7e1f0c62-5d0a-4b7e-9a53-0c4d7a1b2e90';

/** What Grafana stores of an app that nobody has set up. */
export const newApp = () => ({ enabled: false, pinned: false, jsonData: {}, secrets: [] });

/** What Grafana stores of one that signs in with a client secret. */
export const configuredApp = () => ({
  enabled: true,
  pinned: false,
  jsonData: {
    workspaceId: sampleWorkspaceId,
    azureCredentials: {
      authType: 'clientsecret',
      azureCloud: 'AzureCloud',
      tenantId: applicationId,
      clientId: applicationId,
    },
    somebodyElses: { kept: true },
  },
  secrets: ['azureClientSecret'],
});

/** Opens the tab once its form is there. */
export async function renderWorkspaceTab() {
  const view = render(<WorkspaceTab />);
  await screen.findByRole('form', { name: 'Configuration' });
  return view;
}

/** The settings that were saved, in their order. */
export const savedSettings = () =>
  requestsSeen()
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => JSON.parse(body) as unknown);
