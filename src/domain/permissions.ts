import actions from '../../catalogue/actions.json';

/** What the configured identity has to be able to do in Azure. */
export type RightKey = keyof typeof actions.permissions;

/** What we know about a right. Azure is asked for the identity's permissions, and only the attempt itself proves one. */
export type RightState = 'granted' | 'notGranted' | 'unknown';

/** One right: what it is for and how it is granted. */
export interface Right {
  /** What it allows, as the end of "The identity has permission to …". */
  title: string;
  /** Azure's name of the action. */
  action: string;
  /** Built-in role that has it. */
  role: string;
  /** Where the role is assigned. */
  scope: 'workspace' | 'targets';
  /** False where the published list of operations doesn't settle the action's name, so a refusal may be wrong. */
  documented: boolean;
}

const byKey = actions.permissions as Record<RightKey, Right>;

/** Keys of the rights. */
export const rightKeys = Object.keys(byKey) as RightKey[];

/** The right with a key. */
export function rightByKey(key: RightKey): Right {
  return byKey[key];
}

/** Says what is known about a right, with the missing action and the role that has it. */
export function rightWords(right: Right, state: RightState): { label: string; text: string } {
  const where = right.scope === 'workspace' ? 'the workspace' : 'the target resources';
  switch (state) {
    case 'granted':
      return { label: 'Permission found', text: `The identity has permission to ${right.title}.` };
    case 'unknown':
      return {
        label: 'Unknown',
        text: `It isn't known whether the identity has permission to ${right.title}. If Azure rejects the request, assign the role ${right.role} on ${where}.`,
      };
    case 'notGranted':
      return {
        label: 'Permission missing',
        text: `The identity doesn’t have permission to ${right.title}: ${right.action} is missing. Assign the role ${right.role} on ${where}${
          right.documented
            ? ''
            : ". You can also try it first, because Azure's documentation doesn't name the exact permission"
        }.`,
      };
  }
}
