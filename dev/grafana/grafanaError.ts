import { type ContentfulStatusCode } from 'hono/utils/http-status';
import { type HonoRequest } from 'hono';

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

/**
 * The JSON body of a request, an empty object where there is none (Grafana 12.4, pkg/web/binding.go).
 * @throws GrafanaError 400 when it isn't JSON, or doesn't say so in its content type.
 */
export async function readJson(request: HonoRequest): Promise<unknown> {
  const [type = ''] = (request.header('Content-Type') ?? '').split(';');
  try {
    if (type.trim().toLowerCase() === 'application/json') {
      return JSON.parse((await request.text()) || '{}');
    }
  } catch {
    // Refused below.
  }
  throw new GrafanaError(400, 'bad request data');
}
