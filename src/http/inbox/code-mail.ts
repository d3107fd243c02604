import type { Mail } from '../../domain/notice/mail.ts'

/** The mail with which somebody shows that an address is theirs. */
export function codeMail(
  { address, code }: { readonly address: string; readonly code: string },
  id: string,
  baseUrl: string,
): Mail {
  return {
    to: address,
    subject: `[安澜] 验证码 ${code} · code ${code}`,
    text: [
      `安澜的通知要发到这个邮箱。在通知页的“邮件”里填 ${code}，30分钟内有效。不是您填的地址，不用理会。`,
      `Notices of Anlan are to come to this mailbox. Give ${code} under Mail on the page Notices within 30 minutes. If it was not you, do nothing.`,
      `${baseUrl}/inbox`,
    ].join('\n\n'),
    messageId: `<${id}@${new URL(baseUrl).hostname}>`,
  }
}
