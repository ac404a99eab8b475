import { identityCommands } from './identityCommands';

it.each(Object.entries(identityCommands))(
  'makes an identity for the plugin alone, without a role: %s',
  (_, commands) => {
    expect(commands).toContain('grafana-private-endpoints');
    expect(commands).not.toMatch(/--(role|scopes?)|role assignment/);
  }
);
