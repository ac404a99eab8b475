import { exportInputOf } from '../../domain/create/createRequest';
import { exportAs } from '../../domain/exports/exports';
import { sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { sampleWorkspace } from '../../domain/testing/sampleWorkspace';
import { codeMessage } from './CodeExport';

it('tells what is needed, by which role, and carries the whole code', () => {
  const workspace = sampleWorkspace();
  const request = {
    targetId: sampleTargetId('Microsoft.Sql/servers', 'orders'),
    targetRegion: 'westeurope',
    subResources: ['sqlServer'],
    requestMessage: 'MPE-7K3M-X9QT',
    domainName: '',
    tags: {},
  };
  const code = exportAs('azCli', exportInputOf('orders-sql', request, workspace));
  if (!code.ok) {
    throw new Error(code.problem.message);
  }
  const message = codeMessage({ workspace, name: 'orders-sql', request, language: 'Azure CLI', code: code.value });
  expect(message).toContain(code.value.trim());
  expect(message).toContain('needs the private endpoint "orders-sql" to orders');
  expect(message).toContain(`"Azure Managed Grafana Workspace Contributor" on ${workspace.id}`);
});
