import { config } from '@grafana/runtime';
import { Dropdown, Menu, ToolbarButton } from '@grafana/ui';
import React from 'react';

import { previewUsers } from './previewUsers';

/** Who is signed in, and one click to be somebody else. */
export function UserMenu() {
  const { login, name, orgRole, isGrafanaAdmin } = config.bootData.user;
  const role = isGrafanaAdmin ? `${orgRole}, server admin` : orgRole;
  const menu = (
    <Menu header={`${name} (${role})`}>
      {previewUsers()
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
  const password = previewUsers().find((user) => user.login === login)?.password;
  await fetch('login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: login, password }),
  });
  window.location.reload();
}
