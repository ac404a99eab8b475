/** @jest-environment node */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { ownerCommands } from '../../../src/domain/approval/ownerCommands';
import { azCli } from '../../../src/domain/exports/azCli';
import { type ExportParts, exportParts } from '../../../src/domain/exports/exportInput';
import { exportInput } from '../../../src/test/arbitrary/exportInput';
import { demo, demoWorkspaceId } from '../demo';
import { freeTargets, targetId, type TargetSpec } from '../demo/targets';
import { type AzureStandIn } from '../startAzure';
import { kindOf } from '../targets/kinds';
import { startTestAzure } from '../testing/azureClients';
import { controlOf } from '../testing/control';

// Azure CLI starts slowly, and waits ten seconds after each approval.
jest.setTimeout(300_000);

const run = promisify(execFile);

/** The Python environment with Azure CLI and SDK: `npm run azure-clients` makes it. Without it, nothing here runs. */
const environment = process.env['AZURE_CLIENTS'];

/** What a script answers to JSON. It must not hold up the stand-in, which runs here. */
async function python(script: string, input: unknown, env = {}): Promise<unknown> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'azure-clients-'));
  const file = path.join(environment ?? '', 'bin', 'python');
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 100_000_000 };
  const running = run(file, [path.join(__dirname, script)], options);
  running.child.stdin?.end(JSON.stringify(input));
  return JSON.parse((await running).stdout);
}

(environment ? describe : describe.skip)('Microsoft’s clients (slow: npm run azure-clients)', () => {
  let azure: AzureStandIn;
  let control: ReturnType<typeof controlOf>;
  beforeAll(async () => {
    azure = await startTestAzure();
    control = controlOf(azure);
    // Without a time to come back, Azure CLI asks every 30 seconds.
    await control.turn({ operationSeconds: 0.2, retryAfterSeconds: 1 });
  });
  afterAll(() => azure.close());

  it('Azure CLI reads exported values as they were', async () => {
    const parts = fc
      .sample(exportInput, { numRuns: 400, seed: 1 })
      .map(exportParts)
      .flatMap((checked) => (checked.ok ? [checked.value] : []))
      // No shell passes NUL.
      .filter((value) => !JSON.stringify(value).includes('\\u0000'));
    const read = await python('readWords.py', parts.map(createWords));
    expect(parts.length).toBeGreaterThan(300);
    expect(read).toEqual(parts.map(expected));
  });

  it('the SDK for Python leads an endpoint through its life', async () => {
    const { resourceManager, entra, control: controlUrl } = azure.urls;
    const given = {
      ...demo,
      ...{ resourceManager, entra, control: controlUrl, workspace: demo.workspaces.main },
      subscriptionId: demo.observabilitySubscriptionId,
      targetId: targetId(freeTargets.service),
    };
    const ip = expect.stringMatching(/^10\.174\./);
    const pending = { provisioningState: 'Succeeded', state: 'Pending', ip: null, tags: { team: 'metrics' } };
    const env = { REQUESTS_CA_BUNDLE: azure.caFile, SSL_CERT_FILE: azure.caFile };
    expect(await python('sdkLifecycle.py', given, env)).toEqual({
      created: pending,
      beforeRefresh: pending,
      refreshed: { ...pending, state: 'Approved', ip },
      updated: { ...pending, state: 'Approved', ip, tags: { team: 'payments' } },
      listed: true,
      deleted: true,
    });
  });

  describe('Azure CLI', () => {
    let sh: (script: string) => Promise<string>;
    beforeAll(async () => {
      const env = {
        ...process.env,
        PATH: `${path.join(environment ?? '', 'bin')}${path.delimiter}${process.env['PATH']}`,
        AZURE_CONFIG_DIR: mkdtempSync(path.join(tmpdir(), 'azure-cli-')),
        REQUESTS_CA_BUNDLE: azure.caFile,
        AZURE_CORE_COLLECT_TELEMETRY: 'false',
        AZURE_CORE_INSTANCE_DISCOVERY: 'false',
        AZURE_CORE_ONLY_SHOW_ERRORS: 'true',
        NO_PROXY: '*',
      };
      sh = async (script) => (await run('sh', ['-c', script], { env, encoding: 'utf8' })).stdout;
      await sh(`az cloud register --name standin --endpoint-resource-manager ${azure.urls.resourceManager}`);
      await sh('az cloud set --name standin');
      await sh(
        `az login --service-principal --username ${demo.clientId} --password ${demo.clientSecret} --tenant ${demo.tenantId}`
      );
      const actions = ['*/read', 'Microsoft.Dashboard/*', '*/privateEndpointConnections/*'];
      await control.call('PUT', `/identities/${demo.clientId}/assignments`, [
        { scope: '/', actions: [...actions, '*/privateEndpointConnectionsApproval/action'] },
      ]);
    });

    it('lists locations, resource groups, resources and providers', async () => {
      expect(await sh('az account list-locations --query "[].name" --output tsv')).toContain('westeurope');
      expect(await sh('az group list --query "[].name" --output tsv')).toContain(demo.resourceGroup);
      expect(
        await sh(`az resource list --resource-group ${demo.resourceGroup} --query "[].name" --output tsv`)
      ).toContain(demo.workspaces.main);
      expect(await sh('az provider list --query "[].namespace" --output tsv')).toContain('Microsoft.Dashboard');
    });

    it.each(Object.entries<TargetSpec>(freeTargets))(
      'leads an endpoint to a %s through its life, approved by the owner’s commands',
      async (name, spec) => {
        const url = `${demoWorkspaceId()}/managedPrivateEndpoints/${name}?api-version=2025-08-01`;
        const show = async () => JSON.parse(await sh(`az rest --method get --url '${url}'`)).properties;
        const code = `MPE-AZCL-${name.slice(0, 4).toUpperCase().padEnd(4, 'X')}`;
        const groupIds = (kindOf(spec.type)?.subResources ?? []).slice(0, 1).map(({ groupId }) => groupId);
        const properties = { privateLinkResourceId: targetId(spec), groupIds, requestMessage: `CLI asks ${code}` };
        await sh(
          `az rest --method put --url '${url}' --body '${JSON.stringify({ location: 'westeurope', properties })}'`
        );
        expect(await until(show, ({ connectionState }) => connectionState)).toMatchObject({ status: 'Pending' });

        const listed = (await sh(ownerCommands(targetId(spec), '', code).list)).split('\n');
        expect(listed[0]).toMatch(/Name\s+Status\s+Description/);
        const row = listed.find((line) => line.includes(code)) ?? '';
        expect(row).toContain('Pending');
        const connectionId = `${targetId(spec)}/privateEndpointConnections/${row.split(/\s/)[0]}`;
        await sh(ownerCommands(targetId(spec), connectionId, code).approve);
        expect(await sh(ownerCommands(targetId(spec), '', code).list)).toMatch(
          new RegExp(`Approved\\s+Approved ${code}`)
        );

        const refresh = `${demoWorkspaceId()}/refreshManagedPrivateEndpoints?api-version=2025-08-01`;
        await until(
          () =>
            sh(`az rest --method post --url '${refresh}'`).then(
              () => true,
              () => false
            ),
          (done) => done
        );
        expect(await until(show, (it) => it.privateLinkServicePrivateIP)).toMatch(/^10\./);
        expect((await show()).connectionState).toEqual({ status: 'Approved', description: `Approved ${code}` });
        await sh(`az resource delete --ids '${demoWorkspaceId()}/managedPrivateEndpoints/${name}'`);
        await expect(sh(`az rest --method get --url '${url}'`)).rejects.toThrow('ResourceNotFound');
      }
    );
  });
});

/** Asks until there is something; undefined after a minute. */
async function until<Answer, Found>(ask: () => Promise<Answer>, find: (answer: Answer) => Found): Promise<Found> {
  let found = find(await ask());
  for (let tries = 0; !found && tries < 60; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    found = find(await ask());
  }
  return found;
}

/** The words that a shell passes to `az grafana managed-private-endpoint create`. */
function createWords(parts: ExportParts): string[] {
  const az = `az() { for word in "$@"; do printf '%s\\0' "$word"; done; exit; }\n`;
  return execFileSync('sh', ['-c', az + azCli([parts])], { encoding: 'utf8' })
    .split('\0')
    .slice(3, -1);
}

function expected({ name, location, targetId, targetRegion, domainName, requestMessage, ...parts }: ExportParts) {
  const { workspace, workspaceName, subResources, tags } = parts;
  return {
    ...{ name, location, targetId, workspace: workspaceName },
    ...{ subscription: workspace.subscriptionId, resourceGroup: workspace.resourceGroup },
    ...(targetRegion && { targetRegion }),
    ...(domainName && { domainName }),
    // Nothing keeps "=@" as it is.
    ...(requestMessage && { requestMessage: requestMessage.replace(/^([^=]*=)(?=@)/, '$1 ') }),
    ...(subResources.length > 0 && { subResources }),
    ...(Object.keys(tags).length > 0 && { tags: { ...tags } }),
  };
}
