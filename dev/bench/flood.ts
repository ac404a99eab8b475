import { flood } from '../attack/memory';
import { startBackend } from '../faults/backend';
import { type Figure, measured } from './figure';

/** What large bodies of someone without rights cost the backend. */
export async function measureFlood(): Promise<Figure[]> {
  const backend = await startBackend();
  try {
    // The first calls of a process take memory for good.
    await backend.ask('GET', 'endpoints');
    const { before, peak } = await flood(backend);
    return [
      {
        part: 'Backend',
        what: 'a Viewer’s 40 bodies of 15 MB, 20 at a time: resident memory at the peak against before',
        value: peak / before,
        unit: 'times',
        budget: measured(1.5),
        detail: `${peak.toFixed(1)} MB against ${before.toFixed(1)} MB`,
      },
    ];
  } finally {
    await backend.close();
  }
}
