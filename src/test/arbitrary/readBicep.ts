/** What a Bicep file deploys: its resources by symbolic name. */
export type BicepResources = Record<string, { type: string; existing: boolean; body: unknown }>;

/** Reads a Bicep string by the escapes that its documentation lists; throws where Bicep would. */
export function readBicepString(source: string): string {
  const body = /^'((?:[^'\\\n\r$]|\\.|\$(?!\{))*)'$/su.exec(source)?.[1];
  if (body === undefined) {
    throw new Error(`Not one Bicep string: ${source}`);
  }
  return body.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|([\\'nrt$]))/g, (_, hex: string | undefined, sign: string) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : ({ n: '\n', r: '\r', t: '\t' }[sign] ?? sign)
  );
}

const token = /\/\/[^\n]*|'(?:[^'\\\n\r]|\\.)*'|[A-Za-z_]\w*|[={}[\]\n]|\S/gsu;

/** Reads resources of literals by Bicep's grammar (Microsoft: bicep/docs/grammar.md); throws where Bicep would. */
export function readBicep(source: string): BicepResources {
  const tokens = (source.match(token) ?? []).filter((word) => !word.startsWith('//'));
  let at = 0;
  const skipLines = () => {
    while (tokens[at] === '\n') {
      at++;
    }
  };
  const take = (wanted: RegExp): string => {
    const word = tokens[at++] ?? 'the end';
    if (!wanted.test(word)) {
      throw new Error(`Expected ${wanted}, found ${word}`);
    }
    return word;
  };
  const items = <T>(end: string, item: () => T): T[] => {
    const found: T[] = [];
    take(/^\n$/);
    for (skipLines(); tokens[at] !== end; skipLines()) {
      found.push(item());
      take(/^\n$/);
    }
    at++;
    return found;
  };
  const value = (): unknown => {
    const word = take(/^(['{A-Za-z_]|\[$)/);
    if (word === '{') {
      return Object.fromEntries(
        items('}', () => {
          const key = take(/^['A-Za-z_]/);
          take(/^:$/);
          return [key.startsWith("'") ? readBicepString(key) : key, value()];
        })
      );
    }
    return word === '[' ? items(']', value) : word.startsWith("'") ? readBicepString(word) : { symbol: word };
  };
  const resources: BicepResources = {};
  for (skipLines(); at < tokens.length; skipLines()) {
    take(/^resource$/);
    const symbol = take(/^[A-Za-z_]/);
    const type = readBicepString(take(/^'/));
    const existing = tokens[at] === 'existing';
    at += existing ? 1 : 0;
    take(/^=$/);
    if (symbol in resources) {
      throw new Error(`${symbol} stands twice`);
    }
    resources[symbol] = { type, existing, body: value() };
  }
  return resources;
}
