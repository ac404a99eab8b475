import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { type AzureStandIn, startAzure } from '../azure/startAzure';
import { demo } from '../azure/demo';
import { lineFolders, lineNames } from '../preview/grafanaLine';
import { startPreview, type PreviewOptions, type RunningPreview } from '../preview/startPreview';
import { buildIfChanged } from './buildIfChanged';
import { tour } from './demonstration';
import { installPackages } from './installPackages';
import { root } from './paths';

/** Options of the preview; without `grafana` the variable GRAFANA=13 or GRAFANA=floor chooses another line; SUB_PATH=/grafana puts the preview below a path. */
export interface DemoOptions extends Pick<PreviewOptions, 'grafana' | 'reactDevelopment' | 'log'> {
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
  /** Starts one more preview of the same stand-in, below a path; it ends with the rest. */
  startBelow: (subPath: string) => Promise<RunningPreview>;
  /** What identities of the stand-in sign in with. */
  signIn: AzureStandIn['signIn'];
  close(): Promise<void>;
}

/** Builds what changed, then starts the Azure stand-in and a preview that is set up for its demonstration workspace. */
export async function startDemo({ port, quiet = false, ...options }: DemoOptions = {}): Promise<Demo> {
  const grafana = options.grafana ?? lineNames.find((name) => name === process.env.GRAFANA) ?? '12';
  if (lineFolders[grafana]) {
    await installPackages(lineFolders[grafana]);
  }
  await buildIfChanged({ quiet });
  // A folder of its own: two demonstrations at once have two certificate authorities.
  await mkdir(path.join(root, '.dev'), { recursive: true });
  const directory = await mkdtemp(path.join(root, '.dev', 'azure-'));
  const azure = await startAzure({ directory });
  const previews: RunningPreview[] = [];
  const close = async () => {
    await Promise.all(previews.map((one) => one.close()));
    await azure.close();
    await rm(directory, { recursive: true, force: true });
  };
  const start = async (place: Pick<PreviewOptions, 'port' | 'subPath' | 'pluginIni'>) => {
    const preview: RunningPreview = await startPreview({
      ...options,
      ...standInSettings(azure),
      // From the managed network where the stand-in's workspace says that it is this preview, from outside elsewhere.
      checkDataSource: azure.dataSourceHealthAt(() => new URL(preview.url).origin),
      demonstration: (preview) => tour(preview, azure.urls.control),
      grafana,
      ...place,
    });
    previews.push(preview);
    return preview;
  };
  try {
    // The operator allows all here, and nothing below a path: tests try both.
    const pluginIni = { read_only_view: 'true', approve_requests: 'true' };
    const preview = await start({ port, subPath: process.env.SUB_PATH, pluginIni });
    const startBelow = (subPath: string) => start({ subPath });
    return { url: preview.url, controlUrl: azure.urls.control, preview, startBelow, signIn: azure.signIn, close };
  } catch (error) {
    await close();
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
