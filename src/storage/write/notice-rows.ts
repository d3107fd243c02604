import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { noticesOf } from '../../engine/notices/notices-of.ts'
import { derivedId } from './ids.ts'

/** Whom the events tell, as rows. The id follows from event and receiver, so that nobody is told twice. */
export const noticeRows = (
  before: Matter | undefined,
  after: Matter,
  events: readonly MatterEvent[],
  procedure: Procedure,
  { directory }: Rulebook,
  /** On whose worklist the matter stands after them. */
  waits: readonly string[],
) =>
  noticesOf({ before, after, procedure, directory, waits }, events).map((notice) => ({
    id: derivedId(Date.parse(notice.at), 'notice', after.id, String(notice.version), notice.receiver),
    receiver: notice.receiver,
    version: notice.version,
    kind: notice.kind,
    at: notice.at,
    step: notice.step ?? null,
    deadline: notice.deadline ?? null,
    due_at: notice.dueAt ?? null,
    exercise: after.exercise ?? false,
  }))
