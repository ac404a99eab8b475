import { render as renderElement } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { type ReactElement } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { AppProviders } from '../app/AppProviders';

/** Mounts a page with everything around it, at an address; `location()` tells where the page has led since. */
export function render(page: ReactElement, address = '/') {
  const user = userEvent.setup();
  let current = address;
  function Watch() {
    const { pathname, search } = useLocation();
    current = pathname + search;
    return null;
  }
  const view = renderElement(
    <MemoryRouter initialEntries={[address]} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <AppProviders>{page}</AppProviders>
      <Watch />
    </MemoryRouter>
  );
  return { ...view, user, location: () => current };
}
