import { locationUtil } from '@grafana/data';
import { config } from '@grafana/runtime';
import { EmptyState } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { AppPage } from '../components/AppPage';
import { LinkButton } from '../components/links';

interface Props {
  role: 'Admin';
  children: ReactNode;
}

/** Shows the page to those who may see it, and tells the others whom to ask. */
export function RequireRole({ role, children }: Props) {
  const { isSignedIn, orgRole, isGrafanaAdmin } = config.bootData.user;
  if (!isSignedIn) {
    return <SignInFirst />;
  }
  if (orgRole === role) {
    return <>{children}</>;
  }
  return (
    <AppPage title="Private endpoints">
      <EmptyState variant="not-found" hideImage message={`Private endpoints are for people with the ${role} role`}>
        {isGrafanaAdmin
          ? `You administer this Grafana server, but your role in this organization is ${orgRole || 'None'}. Give yourself the ${role} role in this organization, then reload the page.`
          : `Your role in this organization is ${orgRole || 'None'}. Ask a Grafana admin for the ${role} role, or to look after the endpoint for you.`}
      </EmptyState>
    </AppPage>
  );
}

/** For anonymous access, which the backend refuses whatever its role. */
function SignInFirst() {
  // Grafana's own sign-in button does the same, and leads back here afterwards (12.4, SignInLink.tsx).
  const href = locationUtil.getUrlForPartial(useLocation(), { forceLogin: 'true' });
  const button = (
    <LinkButton href={href} target="_self">
      Sign in
    </LinkButton>
  );
  return (
    <AppPage title="Private endpoints">
      <EmptyState variant="not-found" hideImage message="Sign in to see private endpoints" button={button}>
        Anonymous access can’t use private endpoints, whatever role it has.
      </EmptyState>
    </AppPage>
  );
}
