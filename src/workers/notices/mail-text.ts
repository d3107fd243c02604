import { NOTICE_KINDS } from '../../domain/notice/notice.ts'
import type { NoticeLine } from '../../domain/notice/outlet.ts'
import { dueDay } from './due-day.ts'

/** Reference, kind, due day and a link, in both languages; nothing else leaves the house. */
export function mailText(
  lines: readonly NoticeLine[],
  baseUrl: string,
): { readonly subject: string; readonly text: string } {
  const [only, ...more] = lines
  const subject =
    only?.reference && more.length === 0
      ? `[安澜] ${drill(only)}${NOTICE_KINDS[only.kind].zh} ${only.reference} · ${NOTICE_KINDS[only.kind].en}`
      : `[安澜] ${lines.length}条通知 · ${lines.length} notices`
  const inbox = `${baseUrl}/inbox`
  const text = [
    ...lines.map((line) => blockOf(line, baseUrl)),
    `全部通知 · All notices: ${inbox}`,
    '不想收邮件，在通知页的“邮件”里改。· To change or stop these mails, see Mail on that page.',
  ].join('\n\n')
  return { subject, text }
}

function blockOf(line: NoticeLine, baseUrl: string): string {
  if (!line.reference) return `有一条通知，请登录后看。· There is a notice; sign in to read it.\n${baseUrl}/inbox`
  const due = line.dueAt ? dueDay(line.dueAt) : undefined
  return [
    `${drill(line)}${line.reference}  ${NOTICE_KINDS[line.kind].zh} · ${NOTICE_KINDS[line.kind].en}`,
    ...(due ? [`${due} 前 · by ${due}`] : []),
    `${baseUrl}/matters/${line.matterId}`,
  ].join('\n')
}

const drill = ({ exercise }: NoticeLine) => (exercise ? '【演练 EXERCISE】' : '')
