import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that the repository is checked out in. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
