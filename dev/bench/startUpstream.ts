import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { cloudSettings } from '../azure/startAzure';
import { benchFolder, program } from './programs';
import { recordAnswers } from './recordAnswers';

/** A running stand-in for Azure that costs as little as can be. */
export interface Upstream {
  /** Of Resource Manager and Entra alike. */
  origin: string;
  /** PEM file of the certificate to trust. */
  caFile: string;
  /** JSON for GFAZPL_AZURE_CLOUDS_CONFIG. */
  cloudsConfig: string;
  close(): Promise<void>;
}

/** Records answers and starts the program that gives them. */
export async function startUpstream(): Promise<Upstream> {
  const answers = await recordAnswers(path.join(benchFolder, 'recording'));
  const caFile = path.join(benchFolder, 'upstream-ca.pem');
  const child = spawn(program('upstream'), [answers, caFile], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const origin = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then(() => Promise.reject(new Error("The benchmark's upstream did not start: see its message above."))),
  ]);
  return {
    origin,
    caFile,
    cloudsConfig: JSON.stringify([cloudSettings({ entra: origin, resourceManager: origin })]),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
