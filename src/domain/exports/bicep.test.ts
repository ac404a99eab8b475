import fc from 'fast-check';
import { nastyText } from '../../test/arbitrary/exportInput';
import { readBicepString } from '../../test/arbitrary/readBicep';
import { sampleEndpoint, sampleTargetId, sampleWorkspaceId } from '../testing/sampleEndpoint';
import { bicep, bicepKey, quoteBicep } from './bicep';
import { exportParts } from './exportInput';

it('writes the request for the resource group of the workspace', () => {
  const parts = exportParts({
    workspaceId: sampleWorkspaceId,
    location: 'westeurope',
    name: 'orders',
    targetId: sampleTargetId('Microsoft.Sql/servers', 'orders-sql'),
    targetRegion: 'northeurope',
    subResources: ['sqlServer'],
    requestMessage: "Kim's request",
    domainName: '',
    tags: { 'cost-center': '${42}' },
  });
  const code = parts.ok ? bicep([parts.value]) : '';
  expect(code.slice(code.indexOf('resource workspace')))
    .toBe(`resource workspace 'Microsoft.Dashboard/grafana@2025-08-01' existing = {
  name: 'contoso-grafana'
}

resource endpoint 'Microsoft.Dashboard/grafana/managedPrivateEndpoints@2025-08-01' = {
  parent: workspace
  name: 'orders'
  location: 'westeurope'
  tags: {
    'cost-center': '\\\${42}'
  }
  properties: {
    groupIds: [
      'sqlServer'
    ]
    privateLinkResourceId: '${sampleTargetId('Microsoft.Sql/servers', 'orders-sql')}'
    privateLinkResourceRegion: 'northeurope'
    requestMessage: 'Kim\\'s request'
  }
}
`);
  const scope = '--subscription 5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25 --resource-group observability';
  expect(code).toContain(`// Deploy with: az deployment group create ${scope} --template-file <this file>\n`);
  expect(code).toContain(
    `// az grafana managed-private-endpoint refresh ${scope} --workspace-name contoso-grafana\nresource workspace`
  );
});

it('leaves out what there is none of, and writes a domain name', () => {
  const parts = exportParts({
    ...sampleEndpoint({ targetRegion: '', domainName: 'influx.contoso.com' }),
    workspaceId: sampleWorkspaceId,
  });
  expect(parts.ok && bicep([parts.value])).toContain(`  location: 'westeurope'
  properties: {
    privateLinkResourceId: '${sampleTargetId()}'
    privateLinkServiceUrl: 'influx.contoso.com'
  }
}
`);
});

it('every text reads back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(nastyText, fc.string({ unit: 'binary' })), (text) => {
      expect(readBicepString(quoteBicep(text))).toBe(text);
    })
  );
});

it.each([
  ["it's", "'it\\'s'"],
  ['${x}', "'\\${x}'"],
  ['$5', "'$5'"],
  ['a\\b', "'a\\\\b'"],
  ['\n\r\t\u0001\u2028', "'\\n\\r\\t\\u{1}\\u{2028}'"],
])('quotes %j as %s', (text, expected) => {
  expect(quoteBicep(text)).toBe(expected);
});

it('quotes a key only where needed', () => {
  expect(bicepKey('team')).toBe('team');
  expect(bicepKey('cost-center')).toBe("'cost-center'");
});
