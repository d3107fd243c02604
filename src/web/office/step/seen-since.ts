import { BY_TIME } from '../../../domain/matter/event.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { TimelineItem } from '../../../domain/views/views.ts'

/**
 * Whether nothing happened since a version that whoever fills in a form must look at first: a clock that ran out tells no news that
 * their own does not show, and an entry of the log stands beside theirs.
 */
export const isNothingNew = (timeline: readonly TimelineItem[], version: number, { steps }: Procedure): boolean =>
  timeline
    .filter((item) => item.version > version)
    .every(({ type, step }) => BY_TIME.includes(type) || (step !== undefined && steps[step]?.logs === true))
