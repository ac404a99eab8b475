import '@testing-library/jest-dom';
import { EventBusSrv } from '@grafana/data';
import { setAppEvents, setBackendSrv } from '@grafana/runtime';
import { cleanup, configure } from '@testing-library/react';
import { queryClient } from '../data/queryClient';
import { BackendService } from '../../dev/preview/host/services/backendService';
import { forgetRequests, server } from './server';

setBackendSrv(new BackendService());
setAppEvents(new EventBusSrv());
// Pages of Grafana's components take their time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
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
