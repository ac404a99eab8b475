import { screen, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { APP_PATH } from '../constants';
import { type Endpoint } from '../domain/endpoint';
import { sampleEndpoint } from '../domain/testing/sampleEndpoint';
import { FillIn } from '../pages/DataSources/FillInPage';
import { type FakeGrafana } from './fakeGrafana';
import { demoWorkspace } from './fixtures';
import { answers } from './handlers';
import { render } from './render';
import { server } from './server';

/** Opens the page that fills an endpoint in, in the Grafana that is the workspace's own. */
export async function renderFillIn(
  grafana: FakeGrafana,
  endpoint: Endpoint = sampleEndpoint(),
  query = '',
  others: Endpoint[] = []
) {
  server.use(
    ...grafana.handlers,
    answers('GET /workspace', { workspace: { ...demoWorkspace, endpoint: window.location.origin } }),
    answers('GET /endpoints', { endpoints: [endpoint, ...others] })
  );
  const view = render(
    <Routes>
      <Route
        path={`${APP_PATH}/data-sources/fill-in/:endpoint`}
        element={<FillIn key={endpoint.name} name={endpoint.name} />}
      />
      <Route path="*" element={<h1>Elsewhere</h1>} />
    </Routes>,
    `${APP_PATH}/data-sources/fill-in/${endpoint.name}${query}`
  );
  await screen.findByRole('heading', { name: 'Data sources' });
  const card = (name: string) => within(screen.getByRole('region', { name }));
  const apply = async (label: string | RegExp = /^Update \d/) => {
    await view.user.click(await screen.findByRole('button', { name: label }));
    await view.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^Update/ }));
  };
  return { ...view, card, apply };
}
