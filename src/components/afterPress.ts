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
