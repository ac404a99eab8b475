import { useState } from 'react';
import { type DraftField, type DraftFindings } from '../../domain/create/checkDraft';

/** When to tell an error: after its field was left, or the step was to be left. Warnings are told at once. */
export function useFieldMessages(findings: DraftFindings) {
  const [touched, setTouched] = useState<ReadonlySet<DraftField>>(new Set());
  const told = (field: DraftField) => touched.has(field);
  return {
    errorOf: (field: DraftField) =>
      told(field) && findings[field]?.severity === 'error' ? findings[field]?.message : undefined,
    warningOf: (field: DraftField) => (findings[field]?.severity === 'warning' ? findings[field]?.message : undefined),
    touch: (...fields: readonly DraftField[]) => setTouched((before) => new Set([...before, ...fields])),
    /** Another draft begins: nobody has left a field of it. */
    forget: () => setTouched(new Set()),
  };
}
