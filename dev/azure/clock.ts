/** The stand-in's time: real time plus what a test moved it on by. Sign-in tokens keep real time. */
export class Clock {
  private offset = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offset;
  }

  /** The stand-in's time in RFC 3339, as Azure writes it. */
  iso(): string {
    return new Date(this.now()).toISOString();
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }

  reset(): void {
    this.offset = 0;
  }
}
