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
    return 'That is much longer than usual. It may still end well; the activity log in the Azure portal may tell more.';
  }
  return elapsed > quick ? 'Most take less, some take half an hour.' : 'This usually takes a few minutes.';
}
