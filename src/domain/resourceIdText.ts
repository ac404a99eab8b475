/** The path segments of an id found in a text. */
export interface FoundId {
  segments: string[];
  /** True in a URL, where the name of a portal page may follow the id. */
  mayHaveTail: boolean;
}

/**
 * Finds the path of a resource ID in a pasted text: the bare id, an Azure portal URL (`#@tenant/resource/…`,
 * `#view/…/%2Fsubscriptions%2F…`) or a Resource Manager URL. Undefined when the text holds nothing like one.
 */
export function idFromText(text: string): FoundId | undefined {
  const trimmed = text.trim().replace(/^["'<]+|["'>,;]+$/g, '');
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) {
    return trimmed.includes('/') ? { segments: split(trimmed), mayHaveTail: false } : undefined;
  }
  return encodedId(trimmed) ?? plainId(trimmed);
}

// Portal views carry the id as one encoded segment between others.
function encodedId(url: string): FoundId | undefined {
  const segment = url.split(/[/?#&=]/).find((part) => /^%2fsubscriptions%2f/i.test(part));
  return segment ? { segments: split(decode(segment)), mayHaveTail: false } : undefined;
}

function plainId(url: string): FoundId | undefined {
  const path = /\/subscriptions\/[^?#]*/i.exec(url)?.[0];
  return path === undefined ? undefined : { segments: split(path).map(decode), mayHaveTail: true };
}

function split(path: string): string[] {
  const withoutEnds = path.replace(/^\//, '').replace(/\/+$/, '');
  return withoutEnds.split('/').map((segment) => segment.trim());
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
