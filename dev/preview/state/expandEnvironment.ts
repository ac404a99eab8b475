import { isRecord } from '../../grafana/json';

/**
 * Replaces $NAME and ${NAME} in all strings of a YAML document as Grafana's provisioning does: unknown names become
 * empty, $$ is a dollar sign. Keys stay as they are.
 */
export function expandEnvironment(value: unknown, environment: Record<string, string | undefined>): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$(?:(\$)|\{(\w+)\}|(\w+))/g, (_match, dollar, braced, plain) =>
      dollar ? '$' : (environment[braced ?? plain] ?? '')
    );
  }
  if (Array.isArray(value)) {
    return value.map((item) => expandEnvironment(item, environment));
  }
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expandEnvironment(item, environment)]));
  }
  return value;
}
