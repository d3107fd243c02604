import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { conditionText } from '../../domain/wording/condition-text.ts'
import { caseV1 } from '../../procedures/case/v1/procedure.ts'
import { adjourned, day, filed, hearing, inTrial, received } from '../../testing/court/case-told.ts'
import type { Told } from '../../testing/given.ts'
import { faultsOf } from '../definition/faults-of.ts'
import { signalsOf } from './conditions.ts'

const noticed = (told: Told, on: string) => signalsOf(caseV1, told.matter(), day(on))
const of = (more: FormValues) => noticed(received('civil', more), '2026-01-06')

describe('what is to be noticed of a case', () => {
  test('is nothing of an ordinary one', () => {
    expect(noticed(inTrial(), '2026-01-09')).toEqual([])
  })

  test('is that its limit is near, and not while days are left out', () => {
    expect(noticed(inTrial(), '2026-06-17')).toEqual([])
    expect(noticed(inTrial(), '2026-06-18')).toEqual(['nearLimit'])
    const paused = inTrial().takes('court-head', 'excludeCivil', {
      excluded: 'appraisal',
      excludedFrom: '2026-01-09',
      exclusionReason: '鉴定',
      exclusionPaper: '扣1号',
    })
    expect(noticed(paused, '2026-07-01')).toEqual([])
    expect(noticed(inTrial().waits(day('2026-07-20')), '2026-07-20')).toEqual(['nearLimit'])
  })

  test('is that it was put off twice', () => {
    const once = inTrial()
      .takes('court-clerk', 'scheduleHearing', hearing('2026-02-02'))
      .takes('court-judge', 'adjourn', adjourned('2026-01-09'))
    expect(noticed(once, '2026-01-09')).toEqual([])
    const twice = once
      .takes('court-clerk', 'scheduleHearing', hearing('2026-02-03'))
      .takes('court-judge', 'adjourn', adjourned('2026-01-09'))
    expect(noticed(twice, '2026-01-09')).toEqual(['adjournedTwice'])
  })

  test('is that it belongs to a group, is large, was sent back, or needs a plan for its hearing', () => {
    expect(of({ similar: 4 })).toEqual([])
    expect(of({ similar: 5 })).toEqual(['group'])
    expect(of({ amount: 1_000_000_000 })).toEqual(['amount'])
    expect(of({ afterRemand: true })).toEqual(['afterRemand'])
    expect(of({ securityNeed: true })).toEqual(['hearingSafety'])
  })

  test('is that it is pending for more than a year', () => {
    expect(noticed(filed(), '2027-01-08')).not.toContain('pendingLong')
    expect(noticed(filed(), '2027-01-09')).toContain('pendingLong')
  })

  test('is said in words made from the condition', () => {
    expect(conditionText(caseV1.signals?.['nearLimit']?.if ?? { all: [] }, caseV1)).toEqual({
      zh: '“审理期限、执行期限”只剩20日以内或已逾期',
      en: '"Trial limit or Time to enforce" has 20 days left or is late',
    })
  })

  test('names only limits and steps that there are', () => {
    const wrong = { title: caseV1.title, if: { limits: ['nothing'], left: 3 }, answers: ['nobody'] }
    expect(faultsOf({ ...caseV1, signals: { wrong } }, []).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['signals.wrong.if.limits.0', 'signals.wrong.answers.0']),
    )
  })
})
