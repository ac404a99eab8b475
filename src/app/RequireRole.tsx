import { config, PluginPage } from '@grafana/runtime';
import { EmptyState } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  role: 'Admin';
  children: ReactNode;
}

/** Shows the page to those who may see it, and tells the others whom to ask. */
export function RequireRole({ role, children }: Props) {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  if (orgRole === role) {
    return <>{children}</>;
  }
  return (
    <PluginPage pageNav={{ text: 'Private endpoints' }}>
      <EmptyState variant="not-found" hideImage message={`Private endpoints are for people with the ${role} role`}>
        {isGrafanaAdmin
          ? `You administer this Grafana server, but your role in this organization is ${orgRole || 'None'}. Give yourself the ${role} role in this organization, then reload the page.`
          : `Your role in this organization is ${orgRole || 'None'}. Ask a Grafana admin for the ${role} role, or to look after the endpoint for you.`}
      </EmptyState>
    </PluginPage>
  );
}
