import { type TargetKind } from '../catalogue/catalogue';

/** A sub-resource that can be chosen. */
export interface SubResourceChoice {
  groupId: string;
  /** What it is, where the catalogue knows it; else ''. */
  title: string;
  /** On Microsoft's list for this kind. */
  listed: boolean;
}

/**
 * The sub-resources to choose from: those that the target names itself, in its own casing, with the ones that the
 * catalogue lists first; without an answer of the target those of the catalogue.
 * @param named undefined when the target wasn't asked, or has no such list
 */
export function subResourceChoices(
  kind: TargetKind | undefined,
  named: readonly string[] | undefined
): SubResourceChoice[] {
  const listed = kind?.subResources ?? [];
  if (!named || named.length === 0) {
    return listed.map(({ groupId, title }) => ({ groupId, title, listed: true }));
  }
  const rank = (groupId: string) => listed.findIndex((one) => same(one.groupId, groupId));
  const choices = named.map((groupId) => ({
    groupId,
    title: listed[rank(groupId)]?.title ?? '',
    listed: rank(groupId) >= 0,
  }));
  return [
    ...choices.filter((choice) => choice.listed).sort((a, b) => rank(a.groupId) - rank(b.groupId)),
    ...choices.filter((choice) => !choice.listed),
  ];
}

/** Keeps the sub-resource that was chosen where it can be chosen; else the first that is listed, or the only one. */
export function chooseSubResource(choices: readonly SubResourceChoice[], chosen: string): string {
  const kept = choices.find(({ groupId }) => same(groupId, chosen));
  const first = choices[0];
  const obvious = first && (first.listed || choices.length === 1) ? first : undefined;
  // Without anything to choose from, what someone typed stands.
  return choices.length === 0 ? chosen : ((kept ?? obvious)?.groupId ?? '');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
