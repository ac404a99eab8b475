/** An address as it may stand on a page: user names stay, passwords in it don't. */
export function shownAddress(text: string): string {
  return text
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^:/?#@]*):[^@/?#]*@/i, '$1:…@')
    .replace(/([;?&](?:password|pwd|token|access_token)=)[^;&]*/gi, '$1…');
}
