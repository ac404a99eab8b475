import { rm } from 'node:fs/promises';
import path from 'node:path';

import { type AzureStandIn, startAzure } from '../azure/startAzure';
import { demo } from '../azure/demo';
import { startPreview, type PreviewOptions, type RunningPreview } from '../preview/startPreview';
import { buildIfChanged } from './buildIfChanged';
import { installGrafana13 } from './installGrafana13';
import { root } from './paths';

/** Options of the preview; without `grafana` the variable GRAFANA=13 chooses the newer line, without `subPath` SUB_PATH=/grafana the path. */
export interface DemoOptions extends Pick<PreviewOptions, 'grafana' | 'subPath' | 'reactDevelopment' | 'log'> {
  /** Where the preview listens; absent or 0 takes a free one. */
  port?: number;
  /** Says nothing about the build. */
  quiet?: boolean;
}

export interface Demo {
  /** The preview's address. */
  url: string;
  /** The stand-in's control origin. */
  controlUrl: string;
  preview: RunningPreview;
  /** What identities of the stand-in sign in with. */
  signIn: AzureStandIn['signIn'];
  close(): Promise<void>;
}

/** Builds what changed, then starts the Azure stand-in and a preview that is set up for its demonstration workspace. */
export async function startDemo({ port, quiet = false, ...options }: DemoOptions = {}): Promise<Demo> {
  const grafana = options.grafana ?? (process.env.GRAFANA === '13' ? '13' : '12');
  if (grafana === '13') {
    await installGrafana13();
  }
  await buildIfChanged({ quiet });
  // A folder of its own: two demonstrations at once have two certificate authorities.
  const directory = path.join(root, '.dev', `azure-${process.pid}`);
  const azure = await startAzure({ directory });
  const closeAzure = async () => {
    await azure.close();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const preview: RunningPreview = await startPreview({
      subPath: process.env.SUB_PATH,
      ...options,
      ...standInSettings(azure),
      // From the managed network where the stand-in's workspace says that it is this preview, from outside elsewhere.
      checkDataSource: azure.dataSourceHealthAt(() => new URL(preview.url).origin),
      grafana,
      port,
    });
    const close = async () => {
      await preview.close();
      await closeAzure();
    };
    return { url: preview.url, controlUrl: azure.urls.control, preview, signIn: azure.signIn, close };
  } catch (error) {
    await closeAzure();
    throw error;
  }
}

/** A Grafana that knows the stand-in as a custom cloud and lets the plugin use every way to sign in. */
function standInSettings({ cloudsConfig, caFile, signIn }: AzureStandIn) {
  return {
    azure: {
      cloudsConfig,
      forwardSettings: true,
      managedIdentityEnabled: true,
      workloadIdentityEnabled: true,
      workloadIdentityTenantId: demo.tenantId,
      workloadIdentityClientId: demo.clientId,
      workloadIdentityTokenFile: signIn.federatedTokenFile,
    },
    forwarded: { SSL_CERT_FILE: caFile, ...signIn.managedIdentity },
    environment: { STAND_IN_CLIENT_SECRET: demo.clientSecret },
  };
}
