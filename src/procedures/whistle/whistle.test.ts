import { describe, expect, test } from 'vitest'
import type { Post } from '../../domain/unit/unit.ts'
import { text } from '../../domain/wording/text.ts'
import { given, TEST_RULEBOOK, type Told } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { hazardV3 } from '../hazard/v3/procedure.ts'
import { whistleV1 } from './v1/procedure.ts'

const post = (id: string, unitId: string, roles: Post['roles'], name: string): Post => ({
  id,
  unitId,
  title: text(id, id),
  roles,
  holder: { personId: `person-${id}`, name },
})
const rulebook = {
  ...TEST_RULEBOOK,
  directory: {
    ...DIRECTORY,
    posts: {
      ...DIRECTORY.posts,
      'safety-handler': post('safety-handler', 'safety', ['handler'], '甲示例'),
      'safety-leader': post('safety-leader', 'safety', ['leader'], '乙示例'),
      'centre-handler': post('centre-handler', 'centre', ['handler'], '丙示例'),
    },
  },
}

const call = {
  title: '小作坊夜间焊接',
  category: 'enforcement',
  urgency: 'emergency',
  description: '居民楼下焊接，火星四溅，镇里没有执法权。',
  place: '下塘村12号楼下',
  called: [
    { unit: 'safety', duty: '查安全' },
    { unit: 'yunxi', duty: '查越界堆放' },
    { unit: 'centre', duty: '协调' },
  ],
}
const whistle = (form: object = {}) =>
  given(whistleV1, 'dongpu-clerk', { ...call, ...form }, { unitId: 'dongpu', rulebook })
const reported = () => whistle().takes('safety-handler', 'reportIn', { cameHow: 'onSite' })
const clockOf = (told: Told, deadline: string, holder: string) =>
  told
    .matter()
    .clocks.filter((clock) => clock.deadline === deadline && clock.holder === holder)
    .at(-1)
const standOf = (told: Told, id: string) => told.matter().holders?.find((holder) => holder.id === id)?.state
const done = { calledAnswer: '当场停了，设备贴了封条' }
const judged = { solved: 'yes', judgedHow: '停了，作坊搬走' }

describe('a township blows the whistle', () => {
  test('each unit called has half an hour of its own in an emergency, a working day otherwise, five for a hard nut', () => {
    for (const unit of ['safety', 'yunxi', 'centre'])
      expect(clockOf(whistle(), 'reportIn', unit)).toMatchObject({ dueAt: '2026-03-02T01:30:00.000Z' })
    expect(clockOf(whistle({ urgency: 'ordinary' }), 'reportIn', 'safety')).toMatchObject({ dueOn: '2026-03-03' })
    expect(clockOf(whistle({ urgency: 'hard' }), 'reportIn', 'safety')).toMatchObject({ dueOn: '2026-03-09' })
  })

  test('it stands with every unit called, and each reports in for itself alone', () => {
    const told = reported()
    expect([standOf(told, 'safety'), standOf(told, 'yunxi')]).toEqual(['signed', 'asked'])
    expect(clockOf(told, 'reportIn', 'safety')?.state).toBe('held')
    expect(clockOf(told, 'reportIn', 'yunxi')?.state).not.toBe('held')
    told.refuses('safety-handler', 'reportIn', 'guard-refused', { guard: 'holderDue' }, { cameHow: 'onSite' })
    told.refuses('xiatang-grid', 'reportIn', 'out-of-scope', {}, { cameHow: 'onSite' })
  })

  test('to say that one came is to ask for a check: the township confirms it, as of then, and the answer has its time', () => {
    const told = reported().takes('dongpu-clerk', 'came', { cameUnit: 'safety' })
    expect(clockOf(told, 'reportIn', 'safety')?.state).toBe('met')
    expect(clockOf(told, 'answer', 'safety')?.state).toBe('running')
    expect(clockOf(told, 'answer', 'yunxi')).toBeUndefined()
  })

  test('a department that reports in without coming: the word of the township counts, its time runs on', () => {
    const told = reported().takes('dongpu-clerk', 'didNotCome', { absentUnit: 'safety', absentWhy: '现场没有人' })
    expect(clockOf(told, 'reportIn', 'safety')?.state).not.toBe('held')
    expect(clockOf(told.waits('2026-03-02T06:00:00.000Z'), 'reportIn', 'safety')?.state).toBe('overdue')
    reported().refuses('safety-handler', 'came', 'out-of-scope', {}, { cameUnit: 'safety' })
    reported().refuses('safety-handler', 'didNotCome', 'out-of-scope', {}, { absentUnit: 'yunxi', absentWhy: '没来' })
  })

  test('a silent unit: its clock rises to its own leader and to the one of the township', () => {
    const told = whistle().waits('2026-03-02T02:00:00.000Z')
    const raised = told.matter().raised?.filter(({ clockId }) => clockId?.startsWith('reportIn')) ?? []
    expect(raised.length).toBeGreaterThan(0)
    const tokens = raised.flatMap(({ to }) => to)
    expect(tokens).toEqual(expect.arrayContaining(['leader@safety', 'leader@dongpu']))
  })

  test('answers and is judged: who came and whether it was solved is for the township', () => {
    const told = reported()
      .takes('dongpu-clerk', 'came', { cameUnit: 'safety' })
      .takes('safety-handler', 'answerCall', done)
    told.refuses(
      'dongpu-clerk',
      'judge',
      'guard-refused',
      { says: { zh: expect.stringContaining('被叫的单位') } },
      judged,
    )
    told.takes('dongpu-clerk', 'judge', { ...judged, openWhy: '两家没来，镇里自己办了' }).isIn('solved')
    told.takes('dongpu-clerk', 'judge', { ...judged, solved: 'no', openWhy: '等下次' }).isIn('unsolved')
    told.takes('dongpu-clerk', 'judge', { ...judged, solved: 'partly', openWhy: '等下次' }).isIn('partly')
    told.refuses('safety-handler', 'judge', 'out-of-scope', {}, judged)
  })

  test('is taken back by the township alone, with a reason', () => {
    whistle().takes('dongpu-leader', 'withdraw', { withdrawReason: '叫错了' }).isIn('withdrawn')
    reported().refuses('safety-leader', 'withdraw', 'out-of-scope', {}, { withdrawReason: '不想来' })
  })

  test('calls more units while nobody refuses', () => {
    const more = whistle().takes('dongpu-clerk', 'callAgain', {
      called: [...call.called, { unit: 'court', duty: '指导' }],
    })
    expect(clockOf(more, 'reportIn', 'court')?.state).toBe('running')
  })
})

describe('a unit that refuses', () => {
  const refused = () => whistle().takes('yunxi-clerk', 'refuseCall', { refusal: '不在本镇地界' })
  const ruling = {
    called: [
      { unit: 'yunxi', duty: '查越界堆放' },
      { unit: 'safety', duty: '查安全' },
    ],
    rulingBasis: '堆放越过界桩',
  }

  test('raises it to whoever is above the township, which rules who comes', () => {
    const raised = refused().matter().raised?.at(-1)
    expect(raised?.to).toContain('triageOfficer@qinglan')
    const told = refused().takes('leader', 'arbitrate', ruling)
    expect(standOf(told, 'yunxi')).toBe('asked')
    expect(standOf(told, 'centre')).toBeUndefined()
    expect(clockOf(told, 'reportIn', 'yunxi')?.state).toBe('running')
    expect(clockOf(told, 'reportIn', 'centre')?.state).toBe('cancelled')
  })

  test('is not ruled on by the township itself, nor before anybody refused', () => {
    refused().refuses('dongpu-leader', 'arbitrate', 'out-of-scope', {}, ruling)
    whistle().refuses('leader', 'arbitrate', 'guard-refused', {}, ruling)
    refused().refuses('dongpu-clerk', 'callAgain', 'guard-refused', {}, { called: ruling.called })
  })

  test('what was ruled is not refused again', () => {
    refused()
      .takes('triage', 'arbitrate', ruling)
      .refuses('yunxi-clerk', 'refuseCall', 'guard-refused', {}, { refusal: '还是不来' })
  })
})

test('whoever has an interest steps out', () => {
  const told = whistle().takes('dongpu-clerk', 'recuse', { recusalReason: '作坊是亲戚开的' })
  told.refuses('dongpu-clerk', 'judge', 'guard-refused', { guard: 'notBarred' }, judged)
})

test('a hazard blows the whistle, and its result comes back', () => {
  const told = given(
    hazardV3,
    'dongpu-clerk',
    {
      title: '楼下焊接',
      category: 'fire',
      description: '火星四溅',
      place: '下塘村12号楼下',
      foundOn: '2026-03-02',
      source: 'daily',
    },
    { unitId: 'dongpu', rulebook },
  ).takes('dongpu-clerk', 'blowWhistle', {
    whistleTitle: call.title,
    whistleKind: 'enforcement',
    whistleUrgency: 'emergency',
    whistleWhy: call.description,
    whistlePlace: call.place,
    whistleUnits: call.called,
  })
  const opened = told.events().at(-1)
  expect(opened).toMatchObject({
    opens: [{ procedure: 'whistle', form: { urgency: 'emergency', called: call.called } }],
  })
  expect(told.childCloses('solved').matter().endedChildren).toMatchObject([{ outcome: 'solved' }])
  told.refuses('safety-handler', 'blowWhistle', 'out-of-scope', {}, {})
})
