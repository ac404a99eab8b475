import { accept, type Checked, refuse } from '../checked';

// Kubernetes: labels and selectors, syntax and character set.
const name = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const prefix = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

const example = 'For example app.kubernetes.io/name=prometheus.';

/** Reads the labels of a selector, as kubectl writes them: `app=prometheus, tier=metrics`. */
export function readSelector(text: string): Checked<Record<string, string>> {
  const labels = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (labels.length === 0) {
    return refuse('Enter the labels of the pods.', example);
  }
  const read: Record<string, string> = {};
  for (const label of labels) {
    const [key = '', value, ...more] = label.split('=');
    if (value === undefined || more.length > 0) {
      return refuse(`"${label}" isn’t a label.`, example);
    }
    const problem = keyProblem(key) ?? valueProblem(value);
    if (problem) {
      return refuse(problem);
    }
    if (Object.hasOwn(read, key)) {
      return refuse(`The label ${key} is there twice.`);
    }
    read[key] = value;
  }
  return accept(read);
}

function keyProblem(key: string): string | undefined {
  const parts = key.split('/');
  const own = parts.at(-1) ?? '';
  const isFine =
    parts.length <= 2 &&
    name.test(own) &&
    (parts.length === 1 || ((parts[0] ?? '').length <= 253 && prefix.test(parts[0] ?? '')));
  return isFine
    ? undefined
    : `"${key}" isn’t a valid label name. Use at most 63 letters, digits, "-", "_" and ".", optionally after a domain and "/".`;
}

function valueProblem(value: string): string | undefined {
  return value === '' || name.test(value)
    ? undefined
    : `"${value}" isn’t a valid label value. Use at most 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit.`;
}
