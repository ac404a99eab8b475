import { icons } from '@iconify-json/uil';
import path from 'node:path';

/** Names that Grafana gives to drawings of the Unicons set under another name. */
const renamed: Record<string, string> = { 'fa spinner': 'spinner' };

const plain = '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/>';

/**
 * The drawing for an icon that @grafana/ui leaves to its server: from the Unicons set, or a plain circle.
 * @param file name below /public/build/img/icons/, such as `unicons/spinner.svg`
 */
export function fallbackIcon(file: string): string {
  const name = path.posix.basename(decodeURIComponent(file), '.svg');
  const body = icons.icons[renamed[name] ?? name]?.body ?? plain;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;
}
