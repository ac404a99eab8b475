import { randomBytes } from 'node:crypto';

/** Who is signed in: session cookies of one preview, kept in memory. */
export class Sessions {
  private readonly logins = new Map<string, string>();

  /** Opens a session and returns its token. */
  open(login: string): string {
    const token = randomBytes(18).toString('base64url');
    this.logins.set(token, login);
    return token;
  }

  /** The login name behind a token, or undefined. */
  loginOf(token: string | undefined): string | undefined {
    return token === undefined ? undefined : this.logins.get(token);
  }

  close(token: string | undefined): void {
    if (token !== undefined) {
      this.logins.delete(token);
    }
  }
}
