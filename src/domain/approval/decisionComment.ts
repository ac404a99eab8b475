import { holdsRequestCode } from '../create/requestCode';
import { requestMessageLength } from '../create/requestMessage';
import { isOneLine } from '../outsideText';

/** What is wrong with the comment of a decision; '' when it is fine. The request code is added to it where it isn't in it. */
export function decisionCommentProblem(comment: string, code: string, isRequired: boolean): string {
  const text = comment.trim();
  if (isRequired && text === '') {
    return 'Enter a reason.';
  }
  if (!isOneLine(text)) {
    return 'Enter one line, without line breaks or invisible characters.';
  }
  const room = requestMessageLength - (holdsRequestCode(text, code) ? 0 : code.length + 1);
  const length = [...text].length;
  return length > room ? `Shorten it to ${room} characters. It has ${length}.` : '';
}
