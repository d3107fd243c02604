import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { text } from '../../domain/wording/text.ts'
import { given, type Told } from '../../testing/given.ts'
import { reportV3 } from './v3/procedure.ts'

const complaint: FormValues = {
  title: '县里窗口收费没有依据',
  category: 'conduct',
  description: '办证收了两次费，没有票据',
  place: '县政务大厅',
  contactName: '何试题',
}
const up: FormValues = { office: 'yunchuan', crossingBasis: '反映的是本机关', crossingWhy: '本机关不能自己查自己' }

const accepted = () => given(reportV3, 'clerk', complaint).takes('clerk', 'accept', { difficulty: 'simple' })
const sentUp = () => accepted().takes('leader', 'sendUp', up).isIn('sentUp')
const clock = (told: Told, deadline: string) => told.matter().clocks.findLast((each) => each.deadline === deadline)

describe('a complaint about the county itself', () => {
  test('goes to the level above with what it is about, and without who reported it', () => {
    const { sends } = sentUp().events().at(-1) as { sends?: { form: FormValues } }
    expect(sends).toMatchObject({ tenant: 'yunchuan', way: 'up', form: { title: '县里窗口收费没有依据' } })
    expect(JSON.stringify(sends)).not.toContain('何试题')
  })

  test('is under the time limit of the county until it is taken above', () => {
    expect(clock(sentUp(), 'handle')?.state).toBe('running')
    expect(clock(sentUp().hears('taken').isIn('heldAbove'), 'handle')?.state).toBe('met')
  })

  test('ended above, is told to its reporter, who says whether it is settled', () => {
    const ended = sentUp()
      .hears('taken')
      .hears('ended', { outcome: text('已责令退费', 'Refunded') })
    const told = ended.isIn('endedThere').takes('leader', 'closeAnswered').isIn('answered')
    expect(clock(told, 'followUp')?.state).toBe('running')
    told.takes('reporter', 'rateSatisfied').isIn('closed')
  })

  test('not taken above, stands in the county again as it was and can go up anew', () => {
    const back = sentUp().hears('returned', { reason: '先由县里查' }).isIn('accepted')
    expect(clock(back, 'handle')?.dueAt).toBe(clock(accepted(), 'handle')?.dueAt)
    back.takes('leader', 'sendUp', up).isIn('sentUp')
  })

  test('is not sent away by whoever only takes it in', () => {
    accepted().refuses('clerk', 'sendUp', 'role-required', {}, up)
  })
})
