/** What a template can name. */
export interface TemplateValues {
  labels: Record<string, string>;
  /** Where this Grafana is, with a slash at its end. */
  externalUrl: string;
}

const block = /{{\s*if\s+([^}]+?)\s*}}(.*?)(?:{{\s*else\s*}}(.*?))?{{\s*end\s*}}/gs;

/**
 * Fills in an annotation of an alert rule: labels, externalURL, urlquery, and one level of if and else, which are the parts of
 * Go's templates that the rules of docs/monitoring use.
 * @throws Error for any other action
 */
export function fillTemplate(text: string, values: TemplateValues): string {
  const chosen = text.replace(block, (_whole, condition: string, then: string, otherwise = '') =>
    valueOf(condition, values) === '' ? otherwise : then
  );
  return chosen.replace(/{{\s*([^}]+?)\s*}}/g, (_whole, action: string) => valueOf(action, values));
}

function valueOf(action: string, { labels, externalUrl }: TemplateValues): string {
  const [, escaped, name = ''] = /^(urlquery\s+)?\.Labels\.(\w+)$/.exec(action) ?? [];
  if (name) {
    const value = labels[name] ?? '';
    return escaped ? encodeURIComponent(value).replaceAll('%20', '+') : value;
  }
  if (action === 'externalURL') {
    return externalUrl;
  }
  throw new Error(`The preview doesn't know the template action "${action}".`);
}
