import secrets from '../../../catalogue/secretNames.json';
import { type AddressShape } from '../catalogue/dataSourceTypes';
import { addressText, leadsToHost, parseAddress } from './parts';

// What stands for a secret: hidden where the address reads for sure, legal in all places of one; doubtful elsewhere, so
// that what is shown doesn't read for sure either.
const hidden = '***';
const doubtful = '…';
const hiddenText = '[hidden]';

const name = `((?:${[...secrets.names, ...secrets.options].join('|')})\\s*=)`;
// An option ends at the separator that it began with; quotes and braces keep separators in.
const options = [
  new RegExp(`((?:^|;)\\s*)${name}\\s*(?:"[^"]*"?[^;]*|'[^']*'?[^;]*|\\{[^}]*\\}?[^;]*|[^;]+)`, 'gi'),
  new RegExp(`([?&#]\\s*)${name}[^&]+`, 'gi'),
];
// One host or several, each with a port or none.
const place = /^(?:\[[^\]]*\]|[^:@,]*)(?::\d{1,5})?(?:,[^:@,]*(?::\d{1,5})?)*$/;
/**
 * An address as it may stand on a page: without password and secret options. The shape is left out where it isn't known. An
 * address that reads for sure keeps its host, and names it still; of others more is hidden than may be needed. What is
 * written never derives from what is shown. The backend does the same (pkg/address/redact.go).
 */
export function redactAddress(text: string, shape?: AddressShape): string {
  const parts = shape && parseAddress(shape, text);
  if (!parts) {
    return redactDoubtful(text);
  }
  return addressText({ ...parts, user: withoutPassword(parts.user, hidden), rest: redactOptions(parts.rest) });
}

/** Redacts the addresses that stand in a text, and everything that has a secret's name or shape. */
export function redactText(text: string): string {
  const plain = text.replace(/[^\s"'<>]+/g, redactWord);
  return shapes.reduce((done, shape) => done.replace(shape, hiddenText), plain);
}

// One pattern for the address in a word would try each of its letters as the first one, for each up to the end.
function redactWord(word: string): string {
  return word.replace(/[a-z0-9][^]*[^.,:;!?)\]}]/i, (text) =>
    /[^](?:@|:\/\/)[^]/.test(text) ? redactDoubtful(text) : text
  );
}

/** The value of a setting as it may stand on a page; the path's last part is its name. */
export function redactSetting(path: string, value: string): string {
  return value !== '' && isSecretName(path.slice(path.lastIndexOf('.') + 1)) ? hiddenText : redactText(value);
}

/** True for a text in which a secret was hidden before, by the backend too. */
export function isHidden(text: string): boolean {
  return text.includes(hidden) || text.includes(hiddenText) || /:…(@|$)/.test(text);
}

// clientSecret, or dbPwd, are names of secrets too; those of options, such as key, stand alone.
function isSecretName(key: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[_. -]/g, '');
  return secrets.names.some((secret) => plain(key).endsWith(plain(secret))) || secrets.options.includes(plain(key));
}

const named = `\\b(?:${secrets.names.join('|')})`;
const shapes = [...secrets.shapes, `${named}\\s*=\\s*[^&\\s"';,]{6,}`, `${named}\\\\?"\\s*:\\s*\\\\?"[^"\\\\]{6,}`].map(
  (source) => new RegExp(source, 'gi')
);

// Others may be a user, and the beginning of a password.
const schemes = /^(?:https?|wss?|grpcs?|tcp|mongodb(?:\+srv)?|postgres(?:ql)?|mysql|sqlserver):\/\//i;

function redactDoubtful(text: string): string {
  const shown = redactOptions(text);
  const scheme = schemes.exec(shown)?.[0] ?? '';
  const rest = shown.slice(scheme.length);
  // Separators before it belong to it: a password may follow three slashes too.
  const tail = rest.replace(/[/?#;]*[^/?#;]*/, '');
  const authority = rest.slice(0, rest.length - tail.length);
  const isPlace = place.test(authority.slice(authority.lastIndexOf('@') + 1));
  const at = (!isPlace || leadsToHost(tail) ? rest : authority).lastIndexOf('@');
  if (!isPlace && at < 0 && text.includes('@')) {
    // Its end is among the options that were hidden.
    return `${scheme}${rest.split(':', 1)[0]}:${doubtful}`;
  }
  return `${scheme}${withoutPassword(rest.slice(0, at + 1), doubtful)}${rest.slice(at + 1)}`;
}

function withoutPassword(user: string, instead: string): string {
  const colon = user.indexOf(':');
  return colon < 0 ? user : `${user.slice(0, colon + 1)}${instead}@`;
}

function redactOptions(text: string): string {
  return options.reduce((done, option) => done.replace(option, `$1$2${hidden}`), text);
}
