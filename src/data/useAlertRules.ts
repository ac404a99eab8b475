import { useMutation } from '@tanstack/react-query';
import { createAlertRules, type CreatedRules } from '../api/alertRules';
import { type AlertRuleFile, rulesFor } from '../domain/settings/alertRules';

export type { CreatedRules };

/** Creates the rules of a file for a data source, by its uid, and leaves alone those that exist. */
export function useAlertRules(file: AlertRuleFile) {
  return useMutation({
    mutationFn: (dataSourceUid: string) =>
      createAlertRules(rulesFor(file, dataSourceUid), file.groups[0]?.folder ?? ''),
  });
}
