import { type Problem } from '../checked';
import { cutText, isOneLine, oneLine } from '../outsideText';
import { findRequestCode } from './requestCode';

/**
 * Longest message that reaches the owner whole: the request message of an Azure private link service connection is
 * restricted to 140 characters (Azure Network specification, privateLinkServiceConnection).
 */
export const requestMessageLength = 140;

// Nothing longer is sent at all.
const longest = 1000;

/** What the prefilled message is made of. */
export interface RequestMessageParts {
  workspaceName: string;
  /** Who asks: the name or mail address of the signed-in user; '' when unknown. */
  requester: string;
  code: string;
}

/** The prefilled request message: who asks, for what, and the code. It fits the limit; the code always stays whole. */
export function draftRequestMessage({ workspaceName, requester, code }: RequestMessageParts): string {
  const start = requester ? `${requester} requests` : 'Request for';
  const text = oneLine(`${start} private access from Azure Managed Grafana ${workspaceName}.`);
  const room = requestMessageLength - code.length - 1;
  return `${cutText(text, room)} ${code}`;
}

/** Judges a request message; undefined when it is fine. */
export function checkRequestMessage(message: string): Problem | undefined {
  if (!isOneLine(message)) {
    return {
      message: 'Enter the message on one line, without line breaks or invisible characters.',
    };
  }
  if (message.length > longest) {
    return {
      message: `The message has ${message.length} characters. Shorten it to 140 characters.`,
    };
  }
  if (message.length > requestMessageLength) {
    return {
      isWarning: true,
      message: `Azure sends at most 140 characters to the resource owner. This message has ${message.length} and may be cut or rejected.`,
    };
  }
  if (findRequestCode(message) === '') {
    return {
      isWarning: true,
      message: 'The message has no request code, so the request can’t be identified reliably.',
    };
  }
  return undefined;
}

/** Puts another code into a message: in place of the old one, or at its end. Used when the same details are asked again. */
export function replaceRequestCode(message: string, code: string): string {
  const old = findRequestCode(message);
  return old ? message.replace(new RegExp(old, 'gi'), code) : `${message} ${code}`.trim();
}
