import { type PreviewControl } from './preview';

/** Ends the backend whenever it is started again, as long as `act` takes. */
export async function withoutBackend(preview: PreviewControl, act: () => Promise<void>) {
  let over = false;
  const killing = (async () => {
    while (!over) {
      await preview.killBackend();
    }
  })();
  try {
    await act();
  } finally {
    over = true;
    await killing;
  }
}
