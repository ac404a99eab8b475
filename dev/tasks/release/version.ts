/**
 * A release is named once: in package.json and in the tag that starts it.
 * @param tag such as `v1.2.3`; undefined when no tag is there to compare.
 * @throws Error that names the two that differ.
 */
export function checkVersion(version: string, tag: string | undefined): void {
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) {
    throw new Error(`package.json: "${version}" is no version such as 1.2.3.`);
  }
  if (tag !== undefined && tag !== `v${version}`) {
    throw new Error(`The tag is ${tag} and package.json says ${version}: tag it v${version}, or change package.json.`);
  }
}

/** A version's section of the change log, without its heading. @throws Error where there is none */
export function releaseNotes(changeLog: string, version: string): string {
  const lines = changeLog.split('\n');
  const begin = lines.findIndex((line) => line === `## ${version}` || line.startsWith(`## ${version} `));
  if (begin < 0) {
    throw new Error(`CHANGELOG.md has no section "## ${version}": write what changed.`);
  }
  const rest = lines.slice(begin + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return `${rest.slice(0, end < 0 ? undefined : end).join('\n').trim()}\n`;
}
