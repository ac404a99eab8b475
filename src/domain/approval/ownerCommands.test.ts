import { execFileSync } from 'node:child_process';
import { catalogue } from '../catalogue/catalogue';
import { sampleTargetId } from '../testing/sampleEndpoint';
import { ownerCommands } from './ownerCommands';

const code = 'MPE-7K3M-X9QT';

/** The words that a real shell makes of a command. */
function words(command: string): string[] {
  const az = `az() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n`;
  return execFileSync('sh', ['-s'], { input: az + command, encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

it.each(catalogue.map((kind) => [kind.key, kind.resourceType] as const))(
  '%s: lists and approves exactly this one',
  (_, type) => {
    const targetId = sampleTargetId(type, 'x');
    const connectionId = `${targetId}/privateEndpointConnections/pe.1a-2b`;
    const { list, approve, reject } = ownerCommands(targetId, connectionId, code);
    expect(words(list).some((word) => word.startsWith(targetId))).toBe(true);
    const approved = words(approve);
    expect(approved.some((word) => word.includes('pe.1a-2b'))).toBe(true);
    expect(approved.some((word) => word.includes(code))).toBe(true);
    expect(words(reject)).not.toEqual(approved);
  }
);

it('writes the state as a body where Azure CLI has no command', () => {
  const targetId = sampleTargetId('Microsoft.Monitor/accounts', 'prom');
  const approved = words(ownerCommands(targetId, `${targetId}/privateEndpointConnections/c`, code).approve);
  expect(JSON.parse(approved.at(-1) ?? '')).toEqual({
    properties: { privateLinkServiceConnectionState: { status: 'Approved', description: `Approved ${code}` } },
  });
});

describe('Azure CLI gets', () => {
  const query = (items: string) => {
    const state = 'properties.privateLinkServiceConnectionState';
    return ['--query', `${items}.{name:name, status:${state}.status, description:${state}.description}`];
  };

  it.each([
    ['Microsoft.Sql/servers', 'network private-endpoint-connection', '--id'],
    ['Microsoft.Network/privateLinkServices', 'network private-link-service connection', '--connection-status'],
    ['Microsoft.Monitor/accounts', 'rest', '--body'],
  ])('for %s: %s … %s', (type, command, option) => {
    const targetId = sampleTargetId(type, 'x');
    const connectionId = `${targetId}/privateEndpointConnections/c`;
    const { list, approve, reject } = ownerCommands(targetId, connectionId, '');
    const [, , subscription, , group] = targetId.split('/');
    const common = ['--subscription', subscription, '--resource-group', group, '--service-name', 'x', '--name', 'c'];
    const api = catalogue.find(({ resourceType }) => resourceType === type)?.apiVersion;
    const body = (status: string) =>
      JSON.stringify({ properties: { privateLinkServiceConnectionState: { status, description: status } } });
    const byOption: Record<string, (verb: string, state: string) => unknown[]> = {
      '--id': (verb, state) => [verb, '--id', connectionId, '--description', state],
      '--connection-status': (_, state) => ['update', ...common, option, state, '--description', state],
      '--body': (_, state) => ['--method', 'put', '--url', `${connectionId}?api-version=${api}`, option, body(state)],
    };
    expect(words(approve)).toEqual([...command.split(' '), ...(byOption[option]?.('approve', 'Approved') ?? [])]);
    expect(words(reject)).toEqual([...command.split(' '), ...(byOption[option]?.('reject', 'Rejected') ?? [])]);
    const url = `${targetId}/privateEndpointConnections?api-version=${api}`;
    expect(words(list)).toEqual(
      command === 'rest'
        ? ['rest', '--method', 'get', '--url', url, ...query('value[]'), '--output', 'table']
        : ['network', 'private-endpoint-connection', 'list', '--id', targetId, ...query('[]'), '--output', 'table']
    );
  });
});

it('approves nothing while the connection is not certain', () => {
  expect(ownerCommands(sampleTargetId(), '', code)).toMatchObject({ approve: '', reject: '' });
});

it.each(catalogue.map(({ resourceType }) => sampleTargetId(resourceType, 'x')))(
  'leads to Azure alone: %s',
  (targetId) => {
    const connectionId = `${targetId}/privateEndpointConnections/c`;
    const elsewhere = ownerCommands(`https://evil.example${targetId}`, `https://evil.example${connectionId}`, code);
    expect(elsewhere).toEqual(ownerCommands(targetId, connectionId, code));
    expect(ownerCommands(targetId, 'https://evil.example/steal', code)).toMatchObject({ approve: '', reject: '' });
  }
);

it('has no commands for an unknown kind', () => {
  expect(ownerCommands(sampleTargetId('Microsoft.Odd/things', 'x'), '', code)).toEqual({
    list: '',
    approve: '',
    reject: '',
  });
});
