/** A file that the build takes in as text. */
declare module '*.yaml' {
  const text: string;
  export default text;
}

/** The alert rules, parsed as the build does. */
declare module '*.yaml?parsed' {
  import { type AlertRuleFile } from './domain/settings/alertRules';

  const file: AlertRuleFile;
  export default file;
}
