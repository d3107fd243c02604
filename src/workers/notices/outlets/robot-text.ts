import { NOTICE_KINDS } from '../../../domain/notice/notice.ts'
import type { NoticeLine, OutletMessage } from '../../../domain/notice/outlet.ts'
import { dueDay } from '../due-day.ts'

/** A group reads Chinese: of each notice reference, reason, due day and a link, nothing of what is in it. */
export function robotText({ lines }: OutletMessage, baseUrl: string): string {
  if (lines.length === 0) return '【安澜】这是一条测试消息，收到说明机器人接通了。'
  const quiet = lines.filter(({ reference }) => !reference).length
  const [only, ...more] = lines.filter(({ reference }) => reference)
  const head = lines.length === 1 ? '【安澜】' : `【安澜】${lines.length}条通知\n`
  const named = only && more.length === 0 && quiet === 0 ? [lineText(only, baseUrl)] : []
  const listed =
    only && named.length === 0 ? [only, ...more].map((line, at) => `${at + 1}. ${lineText(line, baseUrl)}`) : []
  const unsaid = quiet > 0 ? [`有${quiet}条通知内容不在群里说，请登录看：${baseUrl}/inbox`] : []
  return head + [...named, ...listed, ...unsaid].join('\n')
}

function lineText({ kind, matterId, reference, dueAt, exercise }: NoticeLine, baseUrl: string): string {
  const due = dueAt ? `，${dueDay(dueAt)}前` : ''
  return `${exercise ? '【演练】' : ''}${NOTICE_KINDS[kind].zh}：${reference}${due}\n${baseUrl}/matters/${matterId}`
}
