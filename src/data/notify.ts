import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';

const events = {
  success: AppEvents.alertSuccess,
  warning: AppEvents.alertWarning,
  error: AppEvents.alertError,
};

/** Tells the end of something in one of Grafana's toasts. */
export function notify(severity: keyof typeof events, title: string, detail = ''): void {
  getAppEvents().publish({ type: events[severity].name, payload: [title, detail] });
}
