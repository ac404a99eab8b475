import { quoteHcl } from './quoteHcl';
import { isTemplateObject, Placeholder, type Template, type TemplateObject } from './template';

/** A name and the expression that stands after its `=`, which may have several lines. */
export type HclAttribute = readonly [name: string, expression: string];

/** A block, formatted as `terraform fmt` does. `inner` are blocks in it, and comments. */
export function hclBlock(head: string, attributes: readonly HclAttribute[], inner: readonly string[] = []): string[] {
  return [`${head} {`, ...indent([...attributeLines(attributes), ...inner]), '}'];
}

/** Attributes with a value each; those with nothing to tell ('', [] and {}) are left out. */
export function hclAttributes(values: TemplateObject): HclAttribute[] {
  return Object.entries(values)
    .filter(([, value]) => !isEmpty(value))
    .map(([name, value]) => [name, hcl(value)]);
}

/** A value as an expression; a placeholder is a variable. */
export function hcl(value: Template): string {
  if (value instanceof Placeholder) {
    return `var.${value.name}`;
  }
  if (Array.isArray(value)) {
    const items = value.map(hcl);
    return items.every((item) => !item.includes('\n'))
      ? `[${items.join(', ')}]`
      : ['[', ...indent(items.flatMap((item) => `${item},`.split('\n'))), ']'].join('\n');
  }
  if (isTemplateObject(value)) {
    const lines = attributeLines(Object.entries(value).map(([key, inner]) => [hclKey(key), hcl(inner)]));
    return lines.length > 0 ? ['{', ...indent(lines), '}'].join('\n') : '{}';
  }
  return typeof value === 'string' ? quoteHcl(value) : String(value);
}

function isEmpty(value: Template): boolean {
  const items = isTemplateObject(value) ? Object.keys(value) : value;
  return items === '' || (Array.isArray(items) && items.length === 0);
}

// "for" would begin an expression.
function hclKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) && key !== 'for' ? key : quoteHcl(key);
}

// Attributes of one line that follow each other have their signs below each other.
function attributeLines(attributes: readonly HclAttribute[]): string[] {
  const lines: string[] = [];
  let group: HclAttribute[] = [];
  const endGroup = () => {
    const width = Math.max(...group.map(([name]) => name.length));
    lines.push(...group.map(([name, expression]) => `${name.padEnd(width)} = ${expression}`));
    group = [];
  };
  for (const attribute of attributes) {
    const [name, expression] = attribute;
    if (expression.includes('\n')) {
      endGroup();
      lines.push(...`${name} = ${expression}`.split('\n'));
    } else {
      group.push(attribute);
    }
  }
  endGroup();
  return lines;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
