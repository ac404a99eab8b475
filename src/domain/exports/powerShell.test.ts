import fc from 'fast-check';
import { nastyText } from '../../test/arbitrary/exportInput';
import { sampleEndpoint, sampleTargetId, sampleWorkspaceId } from '../testing/sampleEndpoint';
import { exportParts } from './exportInput';
import { powerShell, quotePowerShell } from './powerShell';

it('writes of each endpoint what there is', () => {
  const common = { workspaceId: sampleWorkspaceId, location: 'westeurope', targetId: sampleTargetId() };
  const bare = { targetRegion: '', subResources: [], requestMessage: '', domainName: '', tags: {} };
  const full = {
    ...{ targetRegion: 'northeurope', subResources: ['blob', 'file'] },
    ...{ requestMessage: 'Kim asks', domainName: 'a.b.contoso.com', tags: { team: 'a', env: 'b' } },
  };
  const [one, two] = [
    exportParts({ ...common, ...bare, name: 'one' }),
    exportParts({ ...common, ...full, name: 'two' }),
  ];
  const scope = `-SubscriptionId '5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25' \`
  -ResourceGroupName 'observability' \`
  -WorkspaceName 'contoso-grafana'`;
  const code = one.ok && two.ok ? powerShell([one.value, two.value]) : '';
  expect(code.replace(/^# .*\n/gm, '')).toBe(`$ErrorActionPreference = 'Stop'
New-AzGrafanaManagedPrivateEndpoint \`
  ${scope} \`
  -Name 'one' \`
  -Location 'westeurope' \`
  -PrivateLinkResourceId '${sampleTargetId()}'

New-AzGrafanaManagedPrivateEndpoint \`
  ${scope} \`
  -Name 'two' \`
  -Location 'westeurope' \`
  -PrivateLinkResourceId '${sampleTargetId()}' \`
  -PrivateLinkResourceRegion 'northeurope' \`
  -GroupId 'blob', 'file' \`
  -PrivateLinkServiceUrl 'a.b.contoso.com' \`
  -RequestMessage 'Kim asks' \`
  -Tag @{ 'team' = 'a'; 'env' = 'b' }

Read-Host 'The resource owners must approve the requests now. Press Enter once they are approved'
Update-AzGrafanaManagedPrivateEndpoint \`
  ${scope}
`);
});

it('creates, waits for the owner and refreshes with Az.Dashboard', () => {
  const fields = { targetRegion: '', requestMessage: "Kim's", domainName: 'influx.contoso.com', tags: { team: 'a' } };
  const parts = exportParts({ ...sampleEndpoint(fields), workspaceId: sampleWorkspaceId });
  const code = parts.ok ? powerShell([parts.value]) : '';
  expect(code).toContain(
    "-PrivateLinkServiceUrl 'influx.contoso.com' `\n  -RequestMessage 'Kim''s' `\n  -Tag @{ 'team' = 'a' }\n"
  );
  expect(code).not.toContain('-GroupId');
  expect(code.split(/^Read-Host .*$/m)[1]).toContain("Update-AzGrafanaManagedPrivateEndpoint `\n  -SubscriptionId '");
});

const quotes = "'\u2018\u2019\u201a\u201b";

/** Reads a verbatim PowerShell string: it ends at a quote that isn't doubled. */
function readPowerShell(source: string): string {
  const body = new RegExp(`^'((?:[^${quotes}]|[${quotes}]{2})*)'$`, 's').exec(source)?.[1];
  if (body === undefined) {
    throw new Error(`Not one PowerShell string: ${source}`);
  }
  return body.replace(new RegExp(`([${quotes}])[${quotes}]`, 'g'), '$1');
}

it('leaves out what no text can hold', () => {
  expect(quotePowerShell('a\0b')).toBe("'ab'");
});

it('every text reads back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(nastyText, fc.string({ unit: 'binary' })), (text) => {
      expect(readPowerShell(quotePowerShell(text))).toBe(text.replaceAll('\0', ''));
    })
  );
});
