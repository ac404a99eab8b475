import { type ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal in Grafana's own form: an HTTP status and the `message` of the JSON body. */
export class GrafanaError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
    readonly messageId?: string
  ) {
    super(message);
  }
}
