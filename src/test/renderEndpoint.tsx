import { screen, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { getAppEvents } from '@grafana/runtime';
import { type Endpoint } from '../domain/endpoint';
import { EndpointPage } from '../pages/Endpoint/EndpointPage';
import { FakeWorkspace } from './fakeWorkspace';
import { render } from './render';
import { server } from './server';

/** Opens the page of an endpoint; `prepare` sets up what Azure answers beforehand. */
export function openEndpoint(
  endpoint: Endpoint,
  prepare: (azure: FakeWorkspace) => void = () => undefined,
  name = endpoint.name
) {
  const azure = new FakeWorkspace([endpoint]);
  server.use(...azure.handlers);
  prepare(azure);
  const view = render(
    <Routes>
      <Route path="/endpoints/:name" element={<EndpointPage />} />
      <Route path="/a/azure-privateendpoints-app/new" element={<NewRequest />} />
    </Routes>,
    `/endpoints/${name}`
  );
  return { azure, ...view };
}

/** Stands for the page that asks for a new endpoint. */
function NewRequest() {
  return <>new request: {useLocation().search}</>;
}

/** What is told in toasts from now on: severity, title and, where there is one, detail. */
export function noteToasts(): string[][] {
  const toasts: string[][] = [];
  jest.spyOn(getAppEvents(), 'publish').mockImplementation(({ type, payload }) => {
    toasts.push([type, ...(payload as string[]).filter(Boolean)]);
  });
  return toasts;
}

export const panel = async (name: string) => within(await screen.findByRole('region', { name }));
export const state = () => panel('State');

/** The badge of the state: the path has the same words. */
export const badge = async (label: string) =>
  (await state()).findByText(label, { selector: 'section[aria-label="State"] > :first-child *' });

/** What stands beside a term in a panel. */
export const fact = (part: ReturnType<typeof within>, term: string) =>
  part.getByText(term, { selector: 'dt' }).nextElementSibling?.textContent;

/** The item of a list in the head of the page that holds a title. */
async function itemOf(list: string, title: string) {
  const items = within(await screen.findByRole('list', { name: list })).getAllByRole('listitem');
  const item = items.find((one) => within(one).queryByText(title));
  if (!item) {
    throw new Error(`${list} has no ${title}`);
  }
  return within(item);
}
export const pathNode = (title: string) => itemOf('Network path', title);
export const lifeStep = (title: string) => itemOf('Progress of the request', title);
