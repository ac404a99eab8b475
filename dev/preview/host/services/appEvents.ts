import { EventBusSrv } from '@grafana/data';

/** The bus that plugins reach by getAppEvents(). */
export const appEvents = new EventBusSrv();
