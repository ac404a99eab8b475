import { parse } from '@cdktn/hcl2json';

/**
 * Parses HCL with HashiCorp's own parser. It writes a literal "${" as "$${" (and "%{" as "%%{") into its JSON, to tell
 * it from an expression; that is taken back here, so an expression `${x}` and a text "${x}" look the same.
 */
export async function readHcl(source: string): Promise<unknown> {
  const parsed: unknown = await parse('main.tf', source);
  return literal(JSON.parse(JSON.stringify(parsed)));
}

function literal(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replaceAll('$${', '${').replaceAll('%%{', '%{');
  }
  if (Array.isArray(value)) {
    return value.map(literal);
  }
  return value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [literal(key), literal(inner)]))
    : value;
}
