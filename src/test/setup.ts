import '@testing-library/jest-dom';
import { EventBusSrv } from '@grafana/data';
import { setAppEvents, setBackendSrv } from '@grafana/runtime';
import { cleanup } from '@testing-library/react';
import { queryClient } from '../data/queryClient';
import { fetchBackendSrv } from './fetchBackendSrv';
import { forgetRequests, server } from './server';

setBackendSrv(fetchBackendSrv());
setAppEvents(new EventBusSrv());

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  forgetRequests();
  queryClient.clear();
  window.localStorage.clear();
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
});
afterAll(() => server.close());
