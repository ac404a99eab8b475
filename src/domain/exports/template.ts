import { type JsonObject, type JsonValue } from '../json';

/** Stands in code for a secret, which whoever runs it has to supply: an environment variable, or a variable of Terraform. */
export class Placeholder {
  /** @param name in lower case, of letters, digits and underscores */
  constructor(readonly name: string) {}
}

/** A JSON value in which placeholders stand for secrets. */
export type Template = Placeholder | Exclude<JsonValue, JsonValue[] | JsonObject> | Template[] | TemplateObject;

/** An object of such values. */
export interface TemplateObject {
  readonly [key: string]: Template;
}

/** True for an object that holds more values: neither a placeholder nor an array. */
export function isTemplateObject(value: Template): value is TemplateObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Placeholder);
}
