import { type DataContextScopedVar, formattedValueToString, getDisplayProcessor, type ScopedVars } from '@grafana/data';
import { config, type TemplateSrv } from '@grafana/runtime';

type Value = string | string[];
type Format = string | ((value: Value, variable: object) => string);

const reference = /\$(\w+)|\$\{(\w+)(?:\.([^:}]+))?(?::([^}]+))?\}/g;

/**
 * The variables of the open dashboard, and what links may name of the cell they are in (Grafana 12.4, public/app/features/templating).
 * Of the formats, those that the bundled dashboard and the plugin use.
 */
class TemplateService implements TemplateSrv {
  private readonly values = new Map<string, Value>();

  set(name: string, value: Value): void {
    this.values.set(name, value);
  }

  clear(): void {
    this.values.clear();
  }

  getVariables = (): ReturnType<TemplateSrv['getVariables']> =>
    [...this.values.keys()].map((name) => ({ name }) as ReturnType<TemplateSrv['getVariables']>[number]);

  replace: TemplateSrv['replace'] = (target = '', scopedVars = {}, format = undefined) =>
    target.replace(reference, (whole, plain?: string, name = plain ?? '', path?: string, ownFormat?: string) => {
      const value = cellValue(name, path, scopedVars) ?? this.values.get(name);
      return value === undefined ? whole : written(value, ownFormat ?? (format as Format | undefined));
    });

  containsTemplate = (target = ''): boolean => this.replace(target) !== target;

  updateTimeRange = (): void => undefined;
}

function written(value: Value, format: Format | undefined): string {
  if (typeof format === 'function') {
    return format(value, {});
  }
  const texts = [value].flat();
  if (format === 'percentencode') {
    return encodeURIComponent(texts.length > 1 ? `{${texts.join(',')}}` : texts.join(''));
  }
  return texts.length > 1 ? `{${texts.join(',')}}` : texts.join('');
}

/** `${__value.text}` and `${__data.fields["Name"]}` of the cell that a link is in. */
function cellValue(name: string, path: string | undefined, scopedVars: ScopedVars): string | undefined {
  const context = (scopedVars as { __dataContext?: DataContextScopedVar }).__dataContext?.value;
  if (!context) {
    return undefined;
  }
  const { frame, rowIndex = 0 } = context;
  const column = /^fields(?:\.(\w+)|\["([^"]+)"\])$/.exec(path ?? '');
  const wanted = name === '__data' && column ? (column[1] ?? column[2]) : undefined;
  const field = name === '__value' ? context.field : frame.fields.find((candidate) => candidate.name === wanted);
  if (!field) {
    return undefined;
  }
  const value: unknown = field.values[rowIndex];
  return formattedValueToString((field.display ?? getDisplayProcessor({ field, theme: config.theme2 }))(value));
}

/** The one of the page. */
export const templateService = new TemplateService();
