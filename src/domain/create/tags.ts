import { isOneLine } from '../outsideText';

/** Limits of Azure tags (Microsoft: Use tags to organize your Azure resources). */
export const tagLimits = { count: 50, name: 512, value: 256 };

/** One tag in a form, where names may still clash. */
export interface TagInput {
  name: string;
  value: string;
}

/**
 * Judges tags: one message per row of the form, '' where the row is fine. Names are compared without casing, as Azure
 * does. A blank row is fine, since it is no tag.
 */
export function checkTags(tags: readonly TagInput[]): string[] {
  return tags.map((tag, i) => {
    const { name, value } = tag;
    if (isBlank(tag)) {
      return '';
    }
    const bad = [...name].find((character) => '<>%&\\?/'.includes(character));
    if (name.trim() === '') {
      return `Tag ${i + 1} has a value but no name. Enter a name or remove the tag.`;
    }
    if (bad !== undefined) {
      return `"${bad}" isn't allowed in tag names.`;
    }
    if (!isOneLine(name) || !isOneLine(value)) {
      return `Tag ${i + 1} has an invisible character. Type it instead of pasting it.`;
    }
    if (name.length > tagLimits.name) {
      return `A tag name can have at most ${tagLimits.name} characters.`;
    }
    if (value.length > tagLimits.value) {
      return `A tag value can have at most ${tagLimits.value} characters.`;
    }
    if (tags.slice(0, i).some((other) => other.name.toLowerCase() === name.toLowerCase())) {
      return `Another tag is named ${name}.`;
    }
    return i >= tagLimits.count ? `You can add at most ${tagLimits.count} tags.` : '';
  });
}

/** Tags as rows of a form. */
export function tagsToInputs(tags: Record<string, string>): TagInput[] {
  return Object.entries(tags).map(([name, value]) => ({ name, value }));
}

/** Rows of a form as tags; blank rows are left out. Any name becomes a key of its own, `__proto__` too. */
export function inputsToTags(inputs: readonly TagInput[]): Record<string, string> {
  return Object.fromEntries(inputs.filter((input) => !isBlank(input)).map(({ name, value }) => [name, value]));
}

function isBlank({ name, value }: TagInput): boolean {
  return name.trim() === '' && value.trim() === '';
}
