import { isTemplateObject, Placeholder, type Template, type TemplateObject } from './template';

/**
 * Lines of YAML for a provisioning file of Grafana. A placeholder is an environment variable; Grafana expands $NAME in
 * values, and $$ is a plain $.
 */
export function yamlLines(object: TemplateObject): string[] {
  return Object.entries(object).flatMap(([key, value]) => withValue(`${yamlKey(key)}:`, value));
}

function withValue(head: string, value: Template): string[] {
  if (Array.isArray(value)) {
    return value.length > 0 ? [head, ...value.flatMap((item) => indent(yamlItem(item)))] : [`${head} []`];
  }
  if (isTemplateObject(value)) {
    const lines = yamlLines(value);
    return lines.length > 0 ? [head, ...indent(lines)] : [`${head} {}`];
  }
  return [`${head} ${scalar(value)}`];
}

function yamlItem(value: Template): string[] {
  const [first = '', ...others] = isTemplateObject(value) ? yamlLines(value) : [];
  return first ? [`- ${first}`, ...indent(others)] : withValue('-', value);
}

function scalar(value: Exclude<Template, Template[] | TemplateObject>): string {
  return value instanceof Placeholder
    ? `$${value.name.toUpperCase()}`
    : typeof value === 'string'
      ? quoteYaml(value).replaceAll('$', '$$$$')
      : String(value);
}

// YAML has other words for true, false and null.
function yamlKey(key: string): string {
  return /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z_][a-z0-9_-]*$/i.test(key) ? key : quoteYaml(key);
}

/** Quotes a text for YAML. A JSON string is one, apart from characters that YAML doesn't print. */
export function quoteYaml(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
