import '@testing-library/jest-dom';
import { cache } from '@emotion/css';
import { EventBusSrv } from '@grafana/data';
import { setAppEvents, setBackendSrv } from '@grafana/runtime';
import { cleanup, configure } from '@testing-library/react';
import { queryClient } from '../data/queryClient';
import { BackendService } from '../../dev/preview/host/services/backendService';
import { SIGNATURE } from './fakeWorkspace';
import { forgetRequests, requestsSeen, server } from './server';

setBackendSrv(new BackendService());
setAppEvents(new EventBusSrv());
// jsdom would try every rule on every element, half the time of a page's test. How pages look is for the browser tests.
cache.sheet.insert = () => undefined;
// Pages of Grafana's components take their time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  // Azure signs the status path of an operation: it is kept by no browser, and written into no log of URLs.
  const kept = [{ ...window.localStorage }, { ...window.sessionStorage }, requestsSeen().map(({ query }) => query)];
  expect(JSON.stringify(kept)).not.toContain(SIGNATURE);
  server.resetHandlers();
  forgetRequests();
  // What follows an operation lasts as long as the tab.
  queryClient
    .getQueryCache()
    .getAll()
    .forEach(({ observers }) => observers.forEach((observer) => observer.destroy()));
  queryClient.clear();
  window.localStorage.clear();
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
});
afterAll(() => server.close());
