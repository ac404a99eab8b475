import { useEffect, useRef } from 'react';

/**
 * Gives the focus back when a dialog closes that chose its first focus itself: then Grafana's dialogs no longer know
 * where it came from.
 */
export function useReturnFocus(open: boolean) {
  const target = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!open) {
      const element = target.current;
      target.current = null;
      // After the dialog's own attempt, which stands in line already.
      queueMicrotask(() => element?.focus({ preventScroll: true }));
    }
  }, [open]);
  const set = (element: HTMLElement | null) => {
    target.current = element;
  };
  return {
    /** The button that opens the dialog. */
    noteOpener: set,
    /** Somewhere else, where that button goes away. */
    returnTo: set,
  };
}
