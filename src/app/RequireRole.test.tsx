import { type CurrentUserDTO, OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import React, { type ComponentType, type ReactNode } from 'react';
import { render } from '../test/render';
import { RequireRole } from './RequireRole';

function showTo(user: Partial<CurrentUserDTO>, ReadOnly?: ComponentType<{ refusal: ReactNode }>) {
  jest.replaceProperty(config.bootData, 'user', { ...config.bootData.user, ...user });
  const role = 'Admin';
  return render(
    <RequireRole role={role} ReadOnly={ReadOnly}>
      the page
    </RequireRole>,
    '/a/x/endpoints?state=failed'
  );
}

it('shows the page to an admin', () => {
  showTo({ isSignedIn: true, orgRole: OrgRole.Admin });
  expect(screen.getByText('the page')).toBeVisible();
});

it('has anonymous access sign in first, whatever its role, and leads back', () => {
  showTo({ isSignedIn: false, orgRole: OrgRole.Admin });
  expect(screen.queryByText('the page')).not.toBeInTheDocument();
  const link = screen.getByRole('link', { name: 'Sign in' });
  expect(link).toHaveAttribute('href', '/a/x/endpoints?state=failed&forceLogin=true');
  // Grafana's router would take a plain link for a page of its own.
  expect(link).toHaveAttribute('target', '_self');
});

it('tells the others whom to ask', () => {
  showTo({ isSignedIn: true, orgRole: OrgRole.Viewer });
  expect(screen.queryByText('the page')).not.toBeInTheDocument();
  expect(screen.getByText(/Your role in this organization is Viewer/)).toBeVisible();
});

describe('where a page has a view to look at', () => {
  const ReadOnly = () => <>the states</>;

  it.each([OrgRole.Editor, OrgRole.Viewer])('asks for it for the role %s', (orgRole) => {
    showTo({ isSignedIn: true, orgRole }, ReadOnly);
    expect(screen.getByText('the states')).toBeVisible();
  });

  it.each([
    [true, OrgRole.Admin, 'the page'],
    [true, OrgRole.None, /Your role in this organization is None/],
    [false, OrgRole.Viewer, 'Sign in'],
  ])('signed in: %s, role %s', (isSignedIn, orgRole, shown) => {
    showTo({ isSignedIn, orgRole }, ReadOnly);
    expect(screen.getByText(shown)).toBeVisible();
    expect(screen.queryByText('the states')).not.toBeInTheDocument();
  });
});
