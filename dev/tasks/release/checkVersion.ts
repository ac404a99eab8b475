/**
 * A release is named once: in package.json, in the change log and in the tag that starts it.
 * @param tag such as `v1.2.3`; undefined when no tag is there to compare.
 * @throws Error that names the two that differ.
 */
export function checkVersion(version: string, changeLog: string, tag: string | undefined): void {
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) {
    throw new Error(`package.json: "${version}" is no version such as 1.2.3.`);
  }
  if (tag !== undefined && tag !== `v${version}`) {
    throw new Error(`The tag is ${tag} and package.json says ${version}: tag it v${version}, or change package.json.`);
  }
  if (!changeLog.split('\n').some((line) => line.startsWith(`## ${version} `) || line === `## ${version}`)) {
    throw new Error(`CHANGELOG.md has no section "## ${version}": write what changed.`);
  }
}
