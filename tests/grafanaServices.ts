import { type Page } from '@playwright/test';
import { APP_PATH } from '../src/constants';

/** A request as a plugin hands it to backendSrv. */
interface Asked {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  params?: Record<string, unknown>;
  data?: unknown;
  responseType?: 'text' | 'json';
  showErrorAlert?: boolean;
  showSuccessAlert?: boolean;
}

/** What the server answers; `lost` is no answer. */
export type Answered = 'lost' | { status?: number; type?: string; body?: string };

interface Came {
  data?: unknown;
  error?: { status?: number; data: unknown; message?: string };
}

interface Sent {
  method: string;
  url: string;
  type: string | undefined;
  headers: Record<string, string>;
  body: string | null;
}

/** The services of a running Grafana, or of the preview, as a plugin in its page gets them. */
export class GrafanaServices {
  constructor(private readonly page: Page) {}

  /** Opens the app: Grafana shares its packages by SystemJS. */
  async open(path = APP_PATH) {
    await this.page.goto(path);
    await this.page.getByRole('main').first().waitFor();
  }

  /** Hands backendSrv a request, and answers it in the server's place: what was sent, what came of it, which notices. */
  async ask(asked: Asked, ...answers: Answered[]) {
    const sent: Sent[] = [];
    await this.page.route(/\/api\/case/, async (route) => {
      const request = route.request();
      const headers = await request.allHeaders();
      const { pathname, search } = new URL(request.url());
      const url = pathname.slice(pathname.indexOf('/api/')) + search;
      sent.push({ method: request.method(), url, type: headers['content-type'], headers, body: request.postData() });
      const answer = answers[sent.length - 1] ?? answers.at(-1) ?? {};
      if (answer === 'lost') {
        return route.abort();
      }
      const { status = 200, type = 'application/json', body = '{}' } = answer;
      const size = String(Buffer.byteLength(body));
      return route.fulfill({ status, headers: { 'Content-Type': type, 'Content-Length': size }, body });
    });
    const came = await this.page.evaluate(async (given) => {
      const { getBackendSrv, getAppEvents } = await System.import('@grafana/runtime');
      const { AppEvents } = await System.import('@grafana/data');
      const notices: unknown[] = [];
      const { alertSuccess, alertWarning, alertError } = AppEvents;
      for (const kind of [alertSuccess, alertWarning, alertError]) {
        getAppEvents().on(kind, (payload: unknown[]) => notices.push([kind.name, ...payload.slice(0, 2)]));
      }
      const request = { url: '/api/case', ...given };
      const came = await new Promise<Came>((resolve) =>
        getBackendSrv()
          .fetch(request)
          .subscribe({
            next: ({ data }: { data: unknown }) => resolve({ data }),
            error: ({ status, data, message }: NonNullable<Came['error']>) =>
              resolve({ error: { status, data, message } }),
          })
      );
      // Notices of errors come late, in case that someone handles them.
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { ...came, request: { url: request.url, headers: request.headers }, notices };
    }, asked);
    await this.page.unroute(/\/api\/case/);
    return { ...came, sent, first: sent[0] };
  }

  /** Publishes an app event, as a plugin does for a notice. */
  publish(type: string, payload: unknown) {
    return this.page.evaluate(
      async ([name, given]) => {
        const { getAppEvents } = await System.import('@grafana/runtime');
        getAppEvents().publish({ type: name, payload: given });
      },
      [type, payload]
    );
  }

  /** Asks for a data source after a reload of all: its uid, or what it was refused with. */
  dataSource(uid: string) {
    return this.page.evaluate(async (wanted) => {
      const { getDataSourceSrv } = await System.import('@grafana/runtime');
      await getDataSourceSrv().reload();
      return getDataSourceSrv()
        .get(wanted)
        .then(
          (api: { uid: string }) => ({ uid: api.uid }),
          (refusal: { message: string }) => ({ refused: refusal.message, isError: refusal instanceof Error })
        );
    }, uid);
  }

  /** Who Grafana says is signed in. */
  user() {
    return this.page.evaluate(async () => {
      const { config } = await System.import('@grafana/runtime');
      const { isSignedIn, orgId, orgRole, login, isGrafanaAdmin, permissions } = config.bootData.user;
      const granted = Object.keys(permissions).filter((action) => permissions[action] === true);
      return { isSignedIn, orgId, orgRole, login, isGrafanaAdmin, granted };
    });
  }
}
