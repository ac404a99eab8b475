/** Somebody to change to by one click. */
export interface PreviewUserChoice {
  login: string;
  password: string;
  name: string;
}

declare global {
  interface Window {
    /** Written by the host page (dev/preview/pages/hostPage.ts). */
    previewUsers?: PreviewUserChoice[];
  }
}

export function previewUsers(): PreviewUserChoice[] {
  return window.previewUsers ?? [];
}
