import { describe, expect, test } from 'vitest'
import type { DeadlineRule } from '../../domain/procedure/deadline.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import { timedProcedure } from '../../testing/timed-procedure.ts'
import { faultsOf } from './faults-of.ts'

/** The faults of the trial procedure with some steps or deadlines written otherwise: place and sentence. */
function faultsWith(change: {
  steps?: Record<string, Partial<Step>>
  deadlines?: Record<string, Partial<DeadlineRule>>
}) {
  const { steps = {}, deadlines = {} } = change
  const changed = <T extends object>(all: Readonly<Record<string, T>>, with_: Record<string, Partial<T>>) =>
    Object.fromEntries(Object.entries(all).map(([id, each]) => [id, { ...each, ...with_[id] }]))
  const procedure = {
    ...timedProcedure,
    steps: changed(timedProcedure.steps, steps),
    deadlines: changed(timedProcedure.deadlines, deadlines),
  } as Procedure
  return faultsOf(procedure, [procedure]).map(({ path, sentence }) => `${path}: ${sentence.en}`)
}

describe('what a definition may not say of time', () => {
  test.each<[string, Parameters<typeof faultsWith>[0], string]>([
    [
      'a check that nobody confirms',
      { steps: { confirm: { meets: [] }, publish: { meets: [] }, close: { meets: [] } } },
      'steps.report.holds.0: no step confirms "work" (meets)',
    ],
    [
      'a check that cannot fail',
      { steps: { sendBack: { runsOn: [] } } },
      'steps.report.holds.0: no step lets "work" run on when the check fails',
    ],
    [
      'a check and an end in one step',
      { steps: { report: { meets: ['work'] } } },
      'steps.report.holds.0: the same step ends it',
    ],
    [
      'a clock that runs on though nothing holds it',
      { steps: { sendBack: { runsOn: ['work', 'notice'] } } },
      'steps.sendBack.runsOn.1: no step holds "notice"',
    ],
    [
      'asking for what nobody grants',
      { steps: { ask: { asks: 'notice' } } },
      'steps.ask.asks: "notice" has no extension',
    ],
    [
      'a rung that nobody grants',
      { steps: { grant: { by: ['leader'] } } },
      'deadlines.work.extension.1: no step grants this extension',
    ],
    [
      'a granter that stands to no seat there is',
      {
        deadlines: {
          work: {
            extension: [
              { max: { length: 5, unit: 'calendarDay' }, by: ['reviewer', { role: 'leader', at: 'nowhere' }] },
            ],
          },
        },
      },
      'deadlines.work.extension.0.by.1.at: there is no seat "nowhere"',
    ],
    [
      'an expiry that takes no step',
      { deadlines: { objection: { onExpiry: { takes: 'nothing' } } } },
      'deadlines.objection.onExpiry.takes: there is no step "nothing"',
    ],
    [
      'an expiry that waits for people',
      { deadlines: { objection: { onExpiry: { takes: 'object' } } } },
      'deadlines.objection.onExpiry.takes: the system must be able to take it (by: system)',
    ],
    [
      'a target beyond the limit',
      { deadlines: { objection: { target: { length: 5, unit: 'calendarDay' } } } },
      'deadlines.objection.target: must be shorter than the limit itself, and in days',
    ],
    [
      'a decision before the request',
      {
        deadlines: {
          work: {
            extension: [
              {
                max: { length: 5, unit: 'calendarDay' },
                by: ['leader', 'reviewer'],
                applyBefore: { length: 1, unit: 'calendarDay' },
                decideBefore: { length: 3, unit: 'calendarDay' },
              },
            ],
          },
        },
      },
      'deadlines.work.extension.0.decideBefore: cannot be decided before it must be asked for',
    ],
    [
      'a pause that does not say of which kind',
      { deadlines: { work: { pausable: { testing: { title: { zh: '检测', en: 'Testing' } } } } } },
      'steps.pause.pauses.0: asks which exclusion it is (means: pauseKind, required, of those that "work" knows)',
    ],
    [
      'a limit backwards that can be extended',
      { deadlines: { notice: { pausable: true } } },
      'deadlines.notice.length.before: a limit counted backwards is neither paused nor extended',
    ],
    [
      'an end that starts what does not outlast it',
      { steps: { close: { starts: ['archive', 'objection'] } } },
      'steps.close.starts: a step that ends the matter starts only clocks that outlast it (afterClosing)',
    ],
  ])('%s', (_, change, fault) => {
    expect(faultsWith(change)).toContain(fault)
  })
})
