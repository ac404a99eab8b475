import { type FieldErrors, type FieldValues, type Resolver } from 'react-hook-form';
import { type Problems, problemText, stops } from '../domain/checked';

/** Checks a form as a whole, by a function of its values. Warnings stop nothing. */
export function resolverFor<Values extends FieldValues>(
  check: (values: Values) => Problems<Extract<keyof Values, string>>
): Resolver<Values> {
  return (values) => {
    const problems = Object.entries<Problems<string>[string]>(check(values));
    const errors = problems.flatMap(([field, problem]) =>
      stops(problem) ? [[field, { type: 'problem', message: problemText(problem) }] as const] : []
    );
    return errors.length === 0
      ? { values, errors: {} }
      : { values: {}, errors: Object.fromEntries(errors) as FieldErrors<Values> };
  };
}
