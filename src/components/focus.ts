import { useEffect, useRef } from 'react';

/** A ref for what has the focus when a dialog opens: set before the dialog chooses its first button. */
export function focusFirst(element: HTMLElement | null): void {
  element?.focus();
}

let pressed = false;
const options = { capture: true, passive: true };
window.addEventListener('pointerdown', () => (pressed = true), options);
window.addEventListener('pointerup', () => (pressed = false), options);
window.addEventListener('pointercancel', () => (pressed = false), options);

/**
 * Runs something that may move the page, but not while a mouse button is held: leaving a field by pressing a button
 * would move that button away before it is released, and the click would be lost.
 */
export function afterPress(run: () => void): void {
  if (!pressed) {
    run();
    return;
  }
  // The click follows the release within the same turn.
  const later = () => setTimeout(run, 0);
  window.addEventListener('pointerup', later, { once: true });
}

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
