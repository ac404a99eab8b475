import { sampleTargetId, sampleWorkspaceId } from '../testing/sampleEndpoint';
import { exportParts } from './exportInput';
import { powerShell } from './powerShell';

it('creates with Az.Dashboard and refreshes through the API', () => {
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
  const code = parts.ok ? powerShell(parts.value) : '';
  expect(code).toContain(
    "-PrivateLinkServiceUrl 'influx.contoso.com' `\n  -RequestMessage 'Kim''s' `\n  -Tag @{ 'team' = 'a' }\n"
  );
  expect(code).not.toContain('-GroupId');
  expect(code).toContain('refreshManagedPrivateEndpoints?api-version=2025-08-01');
});
