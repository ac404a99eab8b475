/** @jest-environment node */
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { exportExisting } from '../../../src/domain/exports/exportExisting';
import { exportParts } from '../../../src/domain/exports/exportInput';
import { terraformName } from '../../../src/domain/exports/quoteHcl';
import { terraform } from '../../../src/domain/exports/terraform';
import { demo, demoWorkspaceId } from '../demo';
import { freeTargets, targetId, type TargetSpec } from '../demo/targets';
import { type AzureStandIn } from '../startAzure';
import { kindOf } from '../targets/kinds';
import { dashboardClient, startTestAzure } from '../testing/azureClients';
import { controlOf } from '../testing/control';
import { productEndpoints } from '../testing/productEndpoints';
import { terraformProviders } from './terraformProviders';

jest.setTimeout(300_000);

const run = promisify(execFile);

/** Terraform or OpenTofu, with which `npm run azure-clients` could get the two providers. Without it, nothing here runs. */
const program = process.env['TERRAFORM'];

/** Providers that sign in to the stand-in. */
function providers({ urls }: AzureStandIn): string {
  const { host } = new URL(urls.resourceManager);
  const identity = [
    `subscription_id = "${demo.observabilitySubscriptionId}"`,
    `tenant_id = "${demo.tenantId}"`,
    `client_id = "${demo.clientId}"`,
    `client_secret = "${demo.clientSecret}"`,
  ].join('\n');
  return `${terraformProviders}
provider "azurerm" {
  features {}
  ${identity}
  environment = "StandInCloud"
  metadata_host = "${host}"
  resource_provider_registrations = "none"
}
provider "azapi" {
  ${identity}
  skip_provider_registration = true
  disable_instance_discovery = true
  endpoint = [{
    active_directory_authority_host = "${urls.entra}/"
    resource_manager_endpoint = "${urls.resourceManager}"
    resource_manager_audience = "${urls.resourceManager}"
  }]
}
`;
}

(program ? describe : describe.skip)('Terraform (slow: npm run azure-clients)', () => {
  let azure: AzureStandIn;
  let control: ReturnType<typeof controlOf>;
  beforeAll(async () => {
    azure = await startTestAzure();
    control = controlOf(azure);
    await control.turn({ operationSeconds: 0.2, retryAfterSeconds: 1 });
    await control.call('PUT', `/identities/${demo.clientId}/assignments`, [{ scope: '/', actions: ['*'] }]);
  });
  afterAll(() => azure.close());

  it.each(Object.entries<TargetSpec>(freeTargets))(
    'creates, approves and refreshes an endpoint to a %s, finds nothing to change, and does all again when it is replaced',
    async (name, spec) => {
      const tf = await initialized(exported(name, spec));
      const refreshes = () => control.requests({ method: 'POST', path: 'refreshManagedPrivateEndpoints' });

      const before = (await refreshes()).count;
      expect(await tf('apply', '-auto-approve', '-input=false', '-no-color')).toContain('Resources: 3 added');
      expect((await refreshes()).count).toBe(before + 1);
      expect(await tf('plan', '-input=false', '-no-color')).toContain('No changes.');
      expect(await endpoint(name)).toMatchObject({ connectionState: { status: 'Approved' } });

      const first = await endpoint(name);
      const replaced = `-replace=azurerm_dashboard_grafana_managed_private_endpoint.${terraformName(name)}`;
      expect(await tf('plan', replaced, '-input=false', '-no-color')).toContain('3 to add, 0 to change, 3 to destroy');
      await tf('apply', replaced, '-auto-approve', '-input=false', '-no-color');
      expect((await refreshes()).count).toBe(before + 2);
      expect(await endpoint(name)).toMatchObject({ connectionState: { status: 'Approved' } });
      expect((await endpoint(name)).systemData?.createdAt).not.toEqual(first.systemData?.createdAt);
      expect(await tf('plan', '-input=false', '-no-color')).toContain('No changes.');
    }
  );

  it.each(['azurerm', 'azapi'] as const)(
    'imports every endpoint that exists as %s, and changes nothing',
    async (format) => {
      const all = await productEndpoints(azure, demo.workspaces.main);
      const { code, leftOut } = exportExisting(format, all, demoWorkspaceId());
      expect(leftOut.map(({ name }) => name).sort()).toEqual(['reports-old', 'reports-sql']);
      const tf = await initialized(code);
      expect(await tf('fmt', '-check', '-diff', 'exported.tf')).toBe('');
      const plan = await tf('plan', '-input=false', '-no-color', '-out=import.plan');
      expect(plan).toContain(`Plan: ${all.length - 2} to import, 0 to add, 0 to change, 0 to destroy.`);
      const writes = () => control.requests({ method: 'PUT' });
      const before = (await writes()).count;
      await tf('apply', '-input=false', '-no-color', 'import.plan');
      expect((await writes()).count).toBe(before);
      expect(await tf('plan', '-input=false', '-no-color')).toContain('No changes.');
    }
  );

  /** Runs Terraform in a folder of its own, with some code. */
  const initialized = async (code: string) => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'terraform-'));
    const env = { ...process.env, SSL_CERT_FILE: azure.caFile, TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' };
    const tf = (...args: string[]) => run(program ?? '', args, { cwd, env }).then(({ stdout }) => stdout);
    writeFileSync(path.join(cwd, 'providers.tf'), providers(azure));
    writeFileSync(path.join(cwd, 'exported.tf'), code);
    await tf('init', '-input=false', '-no-color');
    return tf;
  };

  const endpoint = (name: string) =>
    dashboardClient(azure).managedPrivateEndpoints.get(demo.resourceGroup, demo.workspaces.main, name);
});

/** The endpoint as the product writes it. */
function exported(name: string, spec: TargetSpec): string {
  const code = `MPE-TERR-${name.slice(0, 4).toUpperCase().padEnd(4, 'X')}`;
  const subResources = (kindOf(spec.type)?.subResources ?? []).slice(0, 1).map(({ groupId }) => groupId);
  const parts = exportParts({
    ...{ workspaceId: demoWorkspaceId(), location: 'westeurope', name, targetId: targetId(spec), targetRegion: '' },
    ...{ subResources, requestMessage: `Terraform asks ${code}`, domainName: '', tags: { team: 'metrics' } },
  });
  return parts.ok ? terraform(parts.value) : '';
}
