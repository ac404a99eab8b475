import path from 'node:path';

/** The folder that the repository is checked out in. Not by `import.meta`, which the bundle for containers has not. */
export const root = path.resolve(__dirname, '../..');
