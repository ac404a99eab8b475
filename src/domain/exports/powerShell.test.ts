import fc from 'fast-check';
import { nastyText } from '../../test/arbitrary/exportInput';
import { sampleTargetId, sampleWorkspaceId } from '../testing/sampleEndpoint';
import { exportParts } from './exportInput';
import { powerShell, quotePowerShell } from './powerShell';

it('creates, waits for the owner and refreshes with Az.Dashboard', () => {
  const parts = exportParts({
    workspaceId: sampleWorkspaceId,
    location: 'westeurope',
    name: 'influx',
    targetId: sampleTargetId(),
    targetRegion: '',
    subResources: [],
    requestMessage: "Kim's",
    domainName: 'influx.contoso.com',
    tags: { team: 'a' },
  });
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

it('every text reads back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(nastyText, fc.string({ unit: 'binary' })), (text) => {
      expect(readPowerShell(quotePowerShell(text))).toBe(text.replaceAll('\0', ''));
    })
  );
});
