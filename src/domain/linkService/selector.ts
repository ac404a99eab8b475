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
    const at = label.indexOf('=');
    const [key, value] = [label.slice(0, at), label.slice(at + 1)];
    if (at < 1 || value.includes('=')) {
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
  const at = key.lastIndexOf('/');
  const isFine = name.test(key.slice(at + 1)) && (at < 0 || (at <= 253 && prefix.test(key.slice(0, at))));
  return isFine
    ? undefined
    : `"${key}" isn’t a valid label name. Use at most 63 letters, digits, "-", "_" and ".", optionally after a domain and "/".`;
}

function valueProblem(value: string): string | undefined {
  return value === '' || name.test(value)
    ? undefined
    : `"${value}" isn’t a valid label value. Use at most 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit.`;
}
