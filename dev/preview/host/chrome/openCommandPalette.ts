/** Sent to the window when somebody asks for the command palette. */
export const paletteEvent = 'preview:command-palette';

export function openCommandPalette(): void {
  window.dispatchEvent(new Event(paletteEvent));
}
