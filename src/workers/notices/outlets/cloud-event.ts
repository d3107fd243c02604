import { NOTICE_KINDS } from '../../../domain/notice/notice.ts'
import type { OutletMessage } from '../../../domain/notice/outlet.ts'
import { dueDay } from '../due-day.ts'

export const CLOUD_EVENT_TYPE = 'application/cloudevents+json; charset=utf-8'

/** A notice as a CloudEvents 1.0 event in JSON (structured mode): which matter, why, by when, and where to read on. */
export function cloudEvent({ id, at, lines: [line] }: OutletMessage, baseUrl: string): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: baseUrl,
    type: line ? 'cn.anlan.notice.v1' : 'cn.anlan.test.v1',
    time: line?.at ?? at,
    ...(line?.reference ? { subject: line.reference } : {}),
    datacontenttype: 'application/json',
    data: line ? dataOf(line, baseUrl) : { link: baseUrl },
  })
}

type Line = NonNullable<OutletMessage['lines'][number]>

/** Of kinds whose openings are recorded only that there is a notice. */
function dataOf({ kind, matterId, reference, dueAt, exercise }: Line, baseUrl: string) {
  if (!reference) return { link: `${baseUrl}/inbox` }
  return {
    reference,
    reason: kind,
    reasonText: NOTICE_KINDS[kind],
    ...(dueAt ? { dueDay: dueDay(dueAt) } : {}),
    ...(exercise ? { exercise } : {}),
    link: `${baseUrl}/matters/${matterId}`,
  }
}
