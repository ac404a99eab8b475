/** What the start page introduces besides the pages of the plugin: what can be tried, in order. Editors and Viewers can look. */
export interface Demonstration {
  introduction: string;
  attempts: Attempt[];
  /** Where those can look who may not change plugins. */
  readOnly: Array<{ text: string; href: string }>;
}

/** Something to try. */
export interface Attempt {
  title: string;
  text: string;
  /** Terms and values to enter. */
  values?: Array<[string, string]>;
  ways: Way[];
}

/** A link, to a path of this Grafana or to an address elsewhere; or a button that changes something first. */
export type Way = { text: string; href: string } | ({ text: string; href: string } & Preparation);

/** What a button does before it leads on. */
interface Preparation {
  /** Names it in the address that the button posts to. */
  id: string;
  prepare: () => Promise<void>;
}

/** The button with this id, if there is one. */
export function findPreparation(demonstration: Demonstration | undefined, id: string) {
  const ways = demonstration?.attempts.flatMap((attempt) => attempt.ways) ?? [];
  return ways.find((way) => 'id' in way && way.id === id) as (Way & Preparation) | undefined;
}
