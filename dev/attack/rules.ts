import codes from '../../catalogue/errorCodes.json';
import { demo } from '../azure/demo';
import { type RawCall, type TestBackend } from '../faults/backend';

/** The routes of the backend with their methods, as its table has them. */
export function readRoutes(source: string): Array<{ method: string; path: string }> {
  return [...source.matchAll(/\{http\.Method(\w+), "([^"]+)", (?:admin|reader),/g)].map(
    ([, method = '', path = '']) => ({
      method: method.toUpperCase(),
      path,
    })
  );
}

export const people = ['editor', 'viewer', 'serveradmin', 'admin'] as const;

/** Sends calls, holds each answer against the rules, and keeps what broke one. */
export class Judge {
  readonly broken: string[] = [];
  sent = 0;

  /** @param areReadersAllowed the operator lets Editors and Viewers see states */
  constructor(
    readonly backend: TestBackend,
    readonly areReadersAllowed = false
  ) {}

  async send(call: RawCall): Promise<number> {
    const { status, text } = await this.backend.send(call);
    this.sent++;
    this.check(call, status, text);
    return status;
  }

  note(rule: string): void {
    this.broken.push(rule);
  }

  private check({ login, method, route }: RawCall, status: number, text: string): void {
    const call = `${login} ${method} ${route.slice(0, 120)}: ${status}`;
    if (status === 0) {
      this.note(`${call}: no answer`);
    } else if (this.areReadersAllowed && isRead(login, method, route)) {
      if (/subscriptions|\b10\.\d+\.|contoso\.com|[0-9a-f]{8}-[0-9a-f]{4}-/i.test(text)) {
        this.note(`${call}: more than states: ${text.slice(0, 200)}`);
      }
    } else if (login !== 'admin' && status !== 403) {
      this.note(`${call}: someone without the role got an answer`);
    } else if (status >= 400 && !isFailure(text)) {
      this.note(`${call}: not the shape of a failure: ${text.slice(0, 200)}`);
    }
    if (text.includes(demo.clientSecret) || /eyJ[\w-]{6,}\.eyJ[\w-]{6,}\./.test(text)) {
      this.note(`${call}: a secret in the answer`);
    }
  }
}

/** What readers may ask, where they are allowed to; the server admin is a Viewer here. */
const isRead = (login: RawCall['login'], method: string, route: string) =>
  login !== 'admin' && method === 'GET' && /^states(\?|$)/.test(route);

function isFailure(text: string): boolean {
  try {
    const { code, message } = JSON.parse(text) as { code?: string; message?: string };
    return typeof message === 'string' && typeof code === 'string' && code !== 'internal' && Object.hasOwn(codes, code);
  } catch {
    return false;
  }
}
