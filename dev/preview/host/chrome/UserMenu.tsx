import { config } from '@grafana/runtime';
import { Dropdown, Menu, ToolbarButton } from '@grafana/ui';
import React from 'react';

declare global {
  interface Window {
    /** Those to change to by one click, written by the host page (dev/preview/pages/documents.ts). */
    previewUsers?: Array<{ login: string; password: string; name: string }>;
  }
}

/** Who is signed in, and one click to be someone else. */
export function UserMenu() {
  const { login, name, orgRole, isGrafanaAdmin } = config.bootData.user;
  const role = isGrafanaAdmin ? `${orgRole}, server admin` : orgRole;
  const menu = (
    <Menu header={`${name} (${role})`}>
      {(window.previewUsers ?? [])
        .filter((user) => user.login !== login)
        .map((user) => (
          <Menu.Item
            key={user.login}
            label={`Switch to ${user.name}`}
            icon="user"
            onClick={() => void becomeUser(user.login)}
          />
        ))}
      <Menu.Divider />
      <Menu.Item label="Sign out" icon="signout" url={`${config.appSubUrl}/logout`} target="_self" />
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-end">
      <ToolbarButton icon="user" aria-label={`User: ${name}`} />
    </Dropdown>
  );
}

async function becomeUser(login: string): Promise<void> {
  const password = window.previewUsers?.find((user) => user.login === login)?.password;
  await fetch('login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: login, password }),
  });
  window.location.reload();
}
