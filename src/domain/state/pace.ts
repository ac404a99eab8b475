const quick = 5 * 60_000;
// Others allow 30 minutes before they give up (azurerm's timeouts); Azure promises no time.
const unusual = 30 * 60_000;

/** True where Azure works longer on something than it does as a rule. `elapsed` is in milliseconds. */
export function isUnusual(elapsed: number): boolean {
  return elapsed > unusual;
}

/** How the time that Azure has worked on something compares with others. `elapsed` is in milliseconds. */
export function paceText(elapsed: number): string {
  if (isUnusual(elapsed)) {
    return 'This is much longer than usual. It may still succeed. See the Azure activity log for details.';
  }
  return elapsed > quick ? 'This can take up to half an hour.' : 'This usually takes a few minutes.';
}
