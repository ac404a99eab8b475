import { locationUtil } from '@grafana/data';
import { config } from '@grafana/runtime';
import { EmptyState } from '@grafana/ui';
import React, { type ComponentType, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { AppPage } from '../components/AppPage';
import { LinkButton } from '../components/links';

interface Props {
  role: 'Admin';
  /** What Editors and Viewers see, who are told by the backend whether they may. */
  ReadOnly?: ComponentType<{ refusal: ReactNode }>;
  children: ReactNode;
}

/** Shows the page to those who may see it, and tells the others whom to ask. */
export function RequireRole({ role, ReadOnly, children }: Props) {
  const { isSignedIn, orgRole, isGrafanaAdmin } = config.bootData.user;
  if (!isSignedIn) {
    return <SignInFirst />;
  }
  if (orgRole === role) {
    return <>{children}</>;
  }
  const refusal = <Refusal role={role} has={orgRole || 'None'} isGrafanaAdmin={isGrafanaAdmin} />;
  return ReadOnly && ['Editor', 'Viewer'].includes(orgRole) ? <ReadOnly refusal={refusal} /> : refusal;
}

interface RefusalProps {
  role: string;
  /** The user's own. */
  has: string;
  isGrafanaAdmin: boolean;
}

/** Tells which role it takes, and who gives it. */
function Refusal({ role, has, isGrafanaAdmin }: RefusalProps) {
  return (
    <AppPage title="Private endpoints">
      <EmptyState variant="not-found" hideImage message={`You need the ${role} role to use private endpoints`}>
        {isGrafanaAdmin
          ? `You're a Grafana server admin, but your role in this organization is ${has}. Give yourself the ${role} role in this organization, then reload the page.`
          : `Your role in this organization is ${has}. Ask a Grafana admin for the ${role} role.`}
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
        Private endpoints aren’t available with anonymous access.
      </EmptyState>
    </AppPage>
  );
}
