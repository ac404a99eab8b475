import { useState } from 'react';
import { type Problems, problemText, stops } from '../../domain/checked';
import { type DraftField } from '../../domain/create/checkDraft';
import { type CreateDraft } from '../../domain/create/draft';
import { type Endpoint } from '../../domain/endpoint';
import { type Workspace } from '../../domain/workspace';

/** What the steps share. */
export interface Flow {
  workspace: Workspace;
  /** Undefined where the workspace's endpoints couldn't be listed. */
  endpoints: readonly Endpoint[] | undefined;
  /** Names of the endpoints. */
  existing: readonly string[];
  draft: CreateDraft;
  problems: Problems<DraftField>;
  change: (to: (draft: CreateDraft) => CreateDraft) => void;
  /** Fills in what was found out meanwhile; that alone is no reason to keep the draft. */
  complete: (to: (draft: CreateDraft) => CreateDraft) => void;
  /** The error of a field, once it is time to tell it. */
  errorOf: (field: DraftField) => string | undefined;
  /** The warning of a field. */
  warningOf: (field: DraftField) => string | undefined;
  /** The user has left the field. */
  touch: (field: DraftField) => void;
}

/** When to tell an error: after its field was left, or the step was to be left. Warnings are told at once. */
export function useFieldMessages(problems: Problems<DraftField>) {
  const [touched, setTouched] = useState<ReadonlySet<DraftField>>(new Set());
  const told = (field: DraftField) => touched.has(field);
  return {
    errorOf: (field: DraftField) => {
      const problem = problems[field];
      return told(field) && stops(problem) ? problemText(problem) : undefined;
    },
    warningOf: (field: DraftField) => (problems[field]?.isWarning ? problems[field].message : undefined),
    touch: (...fields: readonly DraftField[]) => setTouched((before) => new Set([...before, ...fields])),
    /** Another draft begins: nobody has left a field of it. */
    forget: () => setTouched(new Set()),
  };
}
