import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../../testing/given.ts'
import { selfcheckV1 } from './v1/procedure.ts'

const asked = (): Told =>
  given(selfcheckV1, 'reviewer', {
    title: '烟道油污没有列入检查',
    demand: '逐家看烟道，三个月没清洗的当场清洗',
    category: 'fire',
    placesThere: 12,
    dueOn: '2026-04-01',
    unit: 'dongpu',
  })
const looked = { checkedPlaces: 12, how: '逐家看了烟道和清洗记录' }
const notHere: FormValues = { ...looked, result: 'notHere' }
const here: FormValues = { ...looked, foundPlaces: 3, correctBy: '2026-04-20' }
const opinion = { confirmation: '和抽查一致' }
const clock = (told: Told, deadline: string) => told.matter().clocks.find((each) => each.deadline === deadline)

describe('a unit that is asked', () => {
  test('answers that it has no such problem, and whoever asked confirms it', () => {
    asked()
      .takes('dongpu-clerk', 'answer', notHere)
      .isIn('answered')
      .refuses('dongpu-clerk', 'confirm', 'out-of-scope', {}, opinion)
      .takes('reviewer', 'confirm', opinion)
      .isIn('notHere')
  })

  test('answers that it had it and has corrected it, with something to show for it', () => {
    const corrected = { ...notHere, result: 'corrected', foundPlaces: 2 }
    asked()
      .refuses(
        'dongpu-clerk',
        'answer',
        'form-invalid',
        { issues: [{ field: 'materials', rule: 'required' }] },
        corrected,
      )
      .refuses('dongpu-clerk', 'answer', 'form-invalid', {}, { ...notHere, result: 'corrected' })
    asked()
      .takes('dongpu-clerk', 'answer', { ...corrected, materials: [PHOTO] })
      .takes('leader', 'confirm', opinion)
      .isIn('corrected')
  })

  test('that has it too says by when it is corrected; the clock goes on with that day', () => {
    const told = asked().takes('dongpu-clerk', 'foundToo', here).isIn('correcting')
    expect(clock(told, 'answer')).toMatchObject({ state: 'met' })
    expect(clock(told, 'correct')).toMatchObject({ dueOn: '2026-04-20' })
    told
      .refuses(
        'dongpu-clerk',
        'reportCorrected',
        'form-invalid',
        {},
        { correctedOn: '2026-03-02', correction: '清洗了' },
      )
      .takes('dongpu-clerk', 'reportCorrected', { correctedOn: '2026-03-02', correction: '清洗了', materials: [PHOTO] })
      .takes('reviewer', 'confirm', opinion)
      .isIn('corrected')
  })

  test('records a hazard of what it found, when it is one', () => {
    const hazard = { ...here, asHazard: true, foundAt: '东浦镇饭店街3号' }
    expect(asked().takes('dongpu-clerk', 'foundToo', hazard).events().at(-1)).toMatchObject({
      opens: [{ procedure: 'hazard', form: { category: 'fire', place: '东浦镇饭店街3号' } }],
    })
    asked().refuses('dongpu-clerk', 'foundToo', 'form-invalid', {}, { ...here, asHazard: true })
  })

  test('is late from the day that was set, and it stands with its leader and with whoever asked', () => {
    expect(clock(asked().waits('2026-04-10T01:00:00.000Z'), 'answer')).toMatchObject({ state: 'overdue', escalated: 1 })
  })

  test('is sent back where it was not looked at, and the clock runs on as if nothing had been said', () => {
    const told = asked()
      .takes('dongpu-clerk', 'answer', notHere)
      .takes('reviewer', 'sendBack', { backReason: '漏了夜市' })
    told.isIn('asked')
    expect(clock(told, 'answer')).toMatchObject({ state: 'running', dueOn: '2026-04-01' })
    asked()
      .takes('dongpu-clerk', 'foundToo', here)
      .takes('dongpu-clerk', 'reportCorrected', { correctedOn: '2026-03-02', correction: '清洗了', materials: [PHOTO] })
      .refuses('dongpu-clerk', 'sendBack', 'out-of-scope', {}, { backReason: '再看' })
      .takes('reviewer', 'sendBack', { backReason: '照片是旧的' })
      .isIn('correcting')
  })

  test('gets more time, or is let off, only by a leader of the side that asked, who did not handle it', () => {
    const more = { extendBy: 10, reason: '场所多' }
    asked()
      .refuses('dongpu-leader', 'extend', 'out-of-scope', {}, more)
      .refuses('dongpu-leader', 'cancel', 'out-of-scope', {}, { reason: '不查' })
      .takes('leader', 'extend', more)
      .takes('leader', 'cancel', { reason: '已由专项行动查过' })
      .isIn('cancelled')
    const handled = asked().takes('handler', 'recordProgress', { progress: '看过' })
    expect(handled.matter().handledBy).toContain('person-handler')
  })
})

test('the confirmer is another than who answered, also where one unit asks itself', () => {
  given(selfcheckV1, 'handler', {
    title: '本级自查',
    demand: '看一遍',
    category: 'fire',
    dueOn: '2026-04-01',
    unit: 'qinglan',
  })
    .takes('handler', 'answer', notHere)
    .refuses('handler', 'confirm', 'guard-refused', { guard: 'notTheHandler' }, opinion)
    .refuses('handler', 'sendBack', 'guard-refused', { guard: 'notTheHandler' }, { backReason: '再看' })
    .takes('verifier', 'recordProgress', { progress: '旁听' })
})
