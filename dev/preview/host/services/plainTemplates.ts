import { type TemplateSrv } from '@grafana/runtime';

/** There are no dashboards here, so no variables either. */
export const plainTemplates: TemplateSrv = {
  getVariables: () => [],
  replace: (target = '') => target,
  containsTemplate: () => false,
  updateTimeRange: () => undefined,
};
