/**
 * Quotes a text as one word of a POSIX shell. NUL can't be passed to any program, so it is left out.
 */
export function quoteShell(text: string): string {
  const passable = text.replaceAll('\0', '');
  return /^[A-Za-z0-9_./:@%+,=-]+$/.test(passable) ? passable : `'${passable.replaceAll("'", "'\\''")}'`;
}

/** Joins the arguments of an Azure CLI command, one option a line. */
export function shellCommand(command: string, options: readonly (readonly string[])[]): string {
  return [command, ...options.map((words) => words.map(quoteOption).join(' '))].join(' \\\n  ');
}

// Option names are ours and need no quoting; everything else is quoted.
function quoteOption(word: string, index: number): string {
  return index === 0 && /^--[a-z-]+$/.test(word) ? word : quoteShell(asText(word));
}

// Azure CLI takes "-x" for an option and reads "@file", also after the first "=", from a file of whoever runs it (azure-cli-core,
// commands/__init__.py). A blank keeps the text a text.
function asText(word: string): string {
  return word.replace(/^([^=]*=)(?=@[^])/, '$1 ').replace(/^(?=@[^=]+$|-)/, ' ');
}
