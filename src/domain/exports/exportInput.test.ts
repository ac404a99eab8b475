import { sampleTargetId, sampleWorkspaceId } from '../testing/sampleEndpoint';
import { type ExportInput, exportParts } from './exportInput';

const input: ExportInput = {
  workspaceId: sampleWorkspaceId,
  location: 'westeurope',
  name: 'orders',
  targetId: sampleTargetId('Microsoft.Sql/servers', 'orders-sql'),
  targetRegion: '',
  subResources: ['sqlServer', ''],
  requestMessage: '',
  domainName: 'orders.contoso.com',
  tags: {},
};

it('takes the ids apart, and leaves out what the kind has not', () => {
  expect(exportParts(input)).toMatchObject({
    ok: true,
    value: { workspaceName: 'contoso-grafana', targetName: 'orders-sql', subResources: ['sqlServer'], domainName: '' },
  });
});

it('keeps a domain name where the kind is unknown or takes one', () => {
  const parts = exportParts({ ...input, targetId: sampleTargetId() });
  expect(parts.ok && parts.value.domainName).toBe('orders.contoso.com');
  const odd = exportParts({ ...input, targetId: sampleTargetId('Microsoft.Odd/things', 'x') });
  expect(odd.ok && odd.value.domainName).toBe('orders.contoso.com');
});

it.each([
  ['workspaceId', 'x'],
  ['targetId', ''],
])('refuses an unreadable %s', (key, value) => {
  expect(exportParts({ ...input, [key]: value }).ok).toBe(false);
});

it('writes the ids in the casing that Terraform wants', () => {
  const parts = exportParts({
    ...input,
    workspaceId: sampleWorkspaceId.replace('Microsoft.Dashboard/grafana', 'microsoft.dashboard/Grafana'),
    targetId: sampleTargetId('microsoft.sql/SERVERS', 'Orders').replace('resourceGroups', 'resourcegroups'),
  });
  expect(parts.ok && [parts.value.workspaceId, parts.value.targetId]).toEqual([
    sampleWorkspaceId,
    sampleTargetId('Microsoft.Sql/servers', 'Orders'),
  ]);
});
