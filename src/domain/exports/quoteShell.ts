/**
 * Quotes a text as one word of a POSIX shell. NUL can't be passed to any program, so it is left out.
 */
export function quoteShell(text: string): string {
  const passable = text.replaceAll('\0', '');
  return /^[A-Za-z0-9_./:@%+,=-]+$/.test(passable) ? passable : `'${passable.replaceAll("'", "'\\''")}'`;
}

/** Joins the arguments of an Azure CLI command, one option a line. */
export function shellCommand(command: string, options: readonly (readonly string[])[]): string {
  return [command, ...options.map((words) => words.map(quoteShell).join(' '))].join(' \\\n  ');
}
