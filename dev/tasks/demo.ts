import { startAzure } from '../azure/startAzure';
import { demo } from '../azure/demo';
import { startPreview, type PreviewOptions, type RunningPreview } from '../preview/startPreview';
import { buildIfChanged } from './buildIfChanged';
import { installGrafana13 } from './installGrafana13';

/** Options of the preview; without `grafana` the variable GRAFANA=13 chooses the newer line. */
export interface DemoOptions extends Pick<PreviewOptions, 'grafana' | 'reactDevelopment' | 'log'> {
  /** Where the preview listens; absent or 0 takes a free one. */
  port?: number;
  /** Says nothing about the build. */
  quiet?: boolean;
}

export interface Demo {
  /** The preview's origin. */
  url: string;
  /** The stand-in's control origin. */
  controlUrl: string;
  preview: RunningPreview;
  close(): Promise<void>;
}

/** Builds what changed, then starts the Azure stand-in and a preview that is set up for its demonstration workspace. */
export async function startDemo({ port, quiet = false, ...options }: DemoOptions = {}): Promise<Demo> {
  const grafana = options.grafana ?? (process.env.GRAFANA === '13' ? '13' : '12');
  if (grafana === '13') {
    await installGrafana13();
  }
  await buildIfChanged({ quiet });
  const azure = await startAzure();
  try {
    const preview = await startPreview({
      ...options,
      grafana,
      port,
      azure: { cloudsConfig: azure.cloudsConfig, forwardSettings: true },
      forwarded: { SSL_CERT_FILE: azure.caFile },
      environment: { STAND_IN_CLIENT_SECRET: demo.clientSecret },
    });
    const close = async () => {
      await preview.close();
      await azure.close();
    };
    return { url: preview.url, controlUrl: azure.urls.control, preview, close };
  } catch (error) {
    await azure.close();
    throw error;
  }
}
