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

  /** The body; only errors with an id repeat the status in it. */
  get body() {
    const { status: statusCode, messageId, message } = this;
    return messageId ? { statusCode, messageId, message } : { message };
  }
}
