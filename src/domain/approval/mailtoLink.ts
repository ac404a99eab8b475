import { type ApprovalRequest } from './approvalRequest';

/** Mail programs and browsers cut links that are longer (Outlook on Windows at a bit over 2,000 characters). */
const longest = 2_000;

/** A link that opens a message in the mail program. */
export interface MailLink {
  href: string;
  /** True where the message had to lose its commands, or all of its text, to fit. */
  shortened: boolean;
}

/** Links to a mail with as much of the message as a link can carry. */
export function mailtoLink({ subject, body, brief }: ApprovalRequest): MailLink {
  const whole = linkTo(subject, body);
  const fitting = [whole, linkTo(subject, brief), linkTo(subject, '')].find((href) => href.length <= longest);
  return { href: fitting ?? linkTo('', ''), shortened: fitting !== whole };
}

function linkTo(subject: string, body: string): string {
  // Mail programs want CRLF between lines (RFC 6068).
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
