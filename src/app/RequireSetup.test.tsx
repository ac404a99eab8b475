import { PluginContextProvider, type PluginMeta } from '@grafana/data';
import { screen, waitFor } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { sampleWorkspaceId } from '../domain/testing/sampleEndpoint';
import { newEndpointPath, setupPath } from '../paths';
import { settingsStore } from '../test/handlers';
import { render } from '../test/render';
import { requestsSeen, server } from '../test/server';
import { RequireSetup, ToSetup } from './RequireSetup';

const setUp = { workspaceId: sampleWorkspaceId, azureCredentials: { authType: 'msi' } };

/** What Grafana knew as its page was loaded, and what is stored now. */
function open(known: object | null, stored: object) {
  server.use(...settingsStore({ enabled: true, pinned: true, jsonData: stored, secrets: [] }));
  return render(
    <PluginContextProvider meta={{ jsonData: known } as unknown as PluginMeta}>
      <Routes>
        <Route path="/a/:id/new" element={<RequireSetup otherwise={<ToSetup />}>The page</RequireSetup>} />
      </Routes>
    </PluginContextProvider>,
    newEndpointPath('loki')
  );
}

it('shows the page of an app that is set up at once, and asks nobody', () => {
  open(setUp, {});
  expect(screen.getByText('The page')).toBeVisible();
  expect(requestsSeen()).toEqual([]);
});

it.each([[null], [{}], [{ azureCredentials: setUp.azureCredentials }]])(
  'leads to the set-up from %j',
  async (known) => {
    const { location } = open(known, {});
    await waitFor(() => expect(location()).toBe(setupPath(newEndpointPath('loki'))));
    expect(screen.queryByText('The page')).not.toBeInTheDocument();
  }
);

it('shows the page of an app that was set up since Grafana’s page was loaded', async () => {
  open({}, setUp);
  expect(await screen.findByText('The page')).toBeVisible();
});
