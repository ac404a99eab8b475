// Azure CLI reads values by a syntax of its own, the shorthand syntax (azure-cli-core, aaz/_utils.py): "null" is no value, "??"
// asks for help, and what begins with a single quote is a quoted text. A word that begins with "-" is an option, and one in
// which "@" comes first, or first after the first "=", is the name of a file to read (commands/__init__.py).

/** A text as the value of an option. Only where "@" follows the first "=", a blank is added between them: nothing else keeps it a text. */
export function cliText(text: string): string {
  const special = text === '' || /^(['@-]|null$|\?\?$)/.test(text);
  return (special ? `'${text.replaceAll("'", "'/")}'` : text).replace(/^([^=]*=)(?=@)/, '$1 ');
}

const plainWord = /^(?!-|null$)[A-Za-z0-9_-]+$/;

/** Tags as the values of `--tags`: `name=value` where that is plain, else all of them as JSON. */
export function cliTags(tags: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(tags);
  return entries.every((entry) => entry.every((text) => plainWord.test(text)))
    ? entries.map(([name, value]) => `${name}=${value}`)
    : [cliJson(tags)];
}

/** A list as one value: words on their own would be read as files that have such a name. */
export function cliList(items: readonly string[]): string {
  return items.every((item) => plainWord.test(item)) ? `[${items.join(',')}]` : cliJson(items);
}

const cliJson = (value: unknown): string => JSON.stringify(value).replaceAll('@', '\\u0040');
