import { useController } from 'react-hook-form';
import { afterPress } from '../../components/focus';
import { type Problems, problemText, stops } from '../../domain/checked';
import { type CreateDraft } from '../../domain/create/draft';
import { type LinkServiceField } from '../../domain/linkService/checkLinkService';

/** A field of the private link service. Its error is told after it was left, or all was to be used; a warning at once. */
export function useLinkServiceField(name: LinkServiceField, problems: Problems<LinkServiceField>) {
  const { field, fieldState } = useController<CreateDraft, `linkService.${LinkServiceField}`>({
    name: `linkService.${name}`,
  });
  const problem = problems[name];
  return {
    field: { ...field, onBlur: () => afterPress(field.onBlur) },
    error: fieldState.isTouched && stops(problem) ? problemText(problem) : undefined,
    warning: problem?.isWarning ? problem.message : undefined,
  };
}
