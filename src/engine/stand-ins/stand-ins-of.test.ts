import { describe, expect, test } from 'vitest'
import type { StandsIn } from '../../domain/procedure/hands/stands-in.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { leaveProcedure } from '../../testing/procedures/leave-procedure.ts'
import { standInsOf } from './stand-ins-of.ts'

const leave = { post: 'leader', deputy: 'triage', from: '2026-03-09', until: '2026-03-13' }
const granted = (fields: object, procedure: Procedure = leaveProcedure) =>
  standInsOf(procedure, { state: 'granted', fields: { ...fields } as never })

describe('who stands in by a matter', () => {
  test('from the first minute of the first day to the last of the last, in China', () => {
    expect(granted(leave)).toEqual([
      {
        postId: 'leader',
        byPostId: 'triage',
        from: '2026-03-08T16:00:00.000Z',
        until: '2026-03-13T16:00:00.000Z',
        away: true,
      },
    ])
  })
  test('is nobody before it is granted and after it is over', () => {
    expect(standInsOf(leaveProcedure, { state: 'asked', fields: leave })).toEqual([])
    expect(standInsOf(leaveProcedure, { state: 'ended', fields: leave })).toEqual([])
  })
  test('may be nobody, while the holder is away all the same', () => {
    expect(granted({ ...leave, deputy: null })).toMatchObject([{ postId: 'leader', away: true }])
    expect(granted({ ...leave, deputy: 'leader' })).toMatchObject([{ postId: 'leader', away: true }])
  })
  test('is nobody when it would end before it begins', () => {
    expect(granted({ ...leave, until: '2026-03-08' })).toEqual([])
  })
  test('may be several, by rows with moments of their own: a duty rota', () => {
    const { away: _, inLine: __, ...word } = leaveProcedure.standsIn as StandsIn
    const rota: Procedure = {
      ...leaveProcedure,
      standsIn: { ...word, title: text('值班', 'Duty'), rows: 'shifts', by: ['head', 'officer'] },
    }
    const shifts = [
      { from: '2026-03-09T00:30:00.000Z', until: '2026-03-09T09:30:00.000Z', head: 'leader', officer: 'clerk' },
      { from: '2026-03-09T09:30:00.000Z', until: '2026-03-10T00:30:00.000Z', officer: 'handler' },
      { from: '2026-03-10T00:30:00.000Z', until: '2026-03-10T09:30:00.000Z' },
    ]
    expect(granted({ post: 'duty', shifts }, rota)).toEqual([
      { postId: 'duty', byPostId: 'leader', from: shifts[0]?.from, until: shifts[0]?.until },
      { postId: 'duty', byPostId: 'clerk', from: shifts[0]?.from, until: shifts[0]?.until },
      { postId: 'duty', byPostId: 'handler', from: shifts[1]?.from, until: shifts[1]?.until },
    ])
  })
})
