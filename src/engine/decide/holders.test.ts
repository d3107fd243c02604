import { describe, expect, test } from 'vitest'
import { given, type Told } from '../../testing/given.ts'
import { seatedProcedure } from '../../testing/seated-procedure.ts'

const rows = (...units: string[]) => ({ assistants: units.map((unit) => ({ unit })) })
const ordered = (form = {}) => given(seatedProcedure, 'clerk', { title: '修堤', ...form }, { unitId: 'safety' })
const states = (told: Told, seat = 'assist') =>
  Object.fromEntries(
    (told.matter().holders ?? []).flatMap((each) => (each.seat === seat ? [[each.id, each.state]] : [])),
  )

describe('those who are asked', () => {
  test('each signs and answers for itself, and the last answer moves the matter on', () => {
    const asked = ordered().takes('clerk', 'ask', rows('dongpu', 'yunxi')).isIn('assisted')
    expect(states(asked)).toEqual({ dongpu: 'asked', yunxi: 'asked' })
    const half = asked.takes('dongpu-clerk', 'sign').takes('dongpu-clerk', 'answer').isIn('assisted')
    expect(states(half)).toEqual({ dongpu: 'answered', yunxi: 'asked' })
    half.takes('yunxi-clerk', 'answer').isIn('handled')
  })

  test('whoever answered neither signs nor answers nor refuses again', () => {
    const answered = ordered().takes('clerk', 'ask', rows('dongpu', 'yunxi')).takes('dongpu-clerk', 'answer')
    for (const step of ['sign', 'answer', 'refuse'])
      answered.refuses('dongpu-clerk', step, 'guard-refused', { guard: 'holderDue' })
    expect(answered.offers('dongpu-clerk')).not.toContain('answer')
  })

  test('whoever was not asked does not answer, and is told whose part it is', () => {
    ordered()
      .takes('clerk', 'ask', rows('dongpu'))
      .refuses('clerk', 'answer', 'out-of-scope', {
        says: { zh: '协办单位（受理岗）', en: 'Assisting units (Intake clerk)' },
      })
  })

  test('who refuses is asked again when named again; who is named no more is released', () => {
    const refused = ordered().takes('clerk', 'ask', rows('dongpu', 'yunxi')).takes('dongpu-clerk', 'refuse')
    expect(states(refused)).toEqual({ dongpu: 'refused', yunxi: 'asked' })
    expect(states(refused.takes('clerk', 'arrange', rows('dongpu')))).toEqual({ dongpu: 'asked' })
  })

  test('a refusal stands on the worklist of whoever ordered it until they deal with it', () => {
    const raised = ordered({ ordering: 'leader' }).takes('clerk', 'ask', rows('dongpu')).takes('dongpu-clerk', 'refuse')
    expect(raised.matter().raised).toMatchObject([{ step: 'refuse', to: ['post:leader'] }])
  })

  test('a party is named by its number, and only one that has not answered', () => {
    const parties = { parties: [{ side: '甲方' }, { side: '乙方' }] }
    const both = ordered().takes('clerk', 'arrange', parties)
    both.refuses(
      'clerk',
      'consent',
      'form-invalid',
      { issues: [{ field: 'party', rule: 'not-a-holder' }] },
      { party: '丙方' },
    )
    const one = both.takes('clerk', 'consent', { party: 'parties.1' })
    expect(states(one, 'party')).toEqual({ 'parties.0': 'asked', 'parties.1': 'answered' })
    one.refuses(
      'clerk',
      'consent',
      'form-invalid',
      { issues: [{ field: 'party', rule: 'not-a-holder' }] },
      { party: 'parties.1' },
    )
    one
      .takes('clerk', 'consent', { party: 'parties.0' })
      .refuses('clerk', 'consent', 'guard-refused', { guard: 'holderDue' }, { party: 'parties.0' })
  })

  test('a unit that assists takes part in the matter from then on', () => {
    expect(ordered().takes('clerk', 'ask', rows('dongpu')).matter().participants).toContain('unit:dongpu')
  })
})

describe('who ordered it', () => {
  test('is fixed when the matter is opened: no later answer changes it', () => {
    const told = ordered({ ordering: 'leader' }).takes('clerk', 'arrange', { ordering: 'dongpu-leader' })
    expect(told.matter().orderingPostId).toBe('leader')
    expect(told.events().at(-1)).toMatchObject({ facts: {} })
    expect(ordered().takes('clerk', 'arrange', { ordering: 'dongpu-leader' }).matter().orderingPostId).toBeUndefined()
  })

  test('is the leader who opens it in person', () => {
    expect(given(seatedProcedure, 'leader', { title: '修堤' }).matter().orderingPostId).toBe('leader')
  })

  test('alone closes it, and the side that was ordered is told so', () => {
    const handled = ordered({ ordering: 'leader' })
      .takes('clerk', 'arrange', { unit: 'dongpu' })
      .takes('dongpu-clerk', 'report', { ready: true })
    handled
      .refuses('dongpu-leader', 'close', 'out-of-scope', {
        says: { zh: '交办方的分管领导', en: 'Leader in charge of the ordering side' },
      })
      .takes('leader', 'close')
      .isIn('closed')
  })
})

describe('ways', () => {
  test('a step leads to the first state whose condition holds, else to the last', () => {
    ordered().takes('clerk', 'report', { ready: false }).isIn('received')
    ordered().takes('clerk', 'report', { ready: true }).isIn('handled')
    ordered()
      .takes('clerk', 'regrade', { newLevel: 'major' })
      .takes('clerk', 'report', { ready: true })
      .isIn('received')
  })

  test('after the second return it goes to somebody else', () => {
    const twice = ordered()
      .takes('clerk', 'report', { ready: true })
      .takes('leader', 'back')
      .takes('clerk', 'report', { ready: true })
      .takes('leader', 'back')
    expect(twice.matter().rounds).toEqual({ back: 2 })
    twice.takes('clerk', 'report', { ready: false }).isIn('arbitrated')
  })
})

describe('what is recorded and taken back', () => {
  test('a delisted matter is no longer listed, and can be listed again', () => {
    const listed = ordered().takes('clerk', 'report', { listedOn: '2026-03-02' })
    const delisted = listed.takes('clerk', 'delist')
    expect(delisted.matter().fields['listedOn']).toBeNull()
    delisted.refuses('clerk', 'delist', 'guard-refused', { guard: 'isListed' })
    delisted.takes('clerk', 'report', { listedOn: '2026-03-02' }).takes('clerk', 'delist')
  })

  test('documents are numbered within the matter; one taken back stays in the story', () => {
    const told = ordered().takes('clerk', 'arrange').takes('clerk', 'arrange').takes('clerk', 'reorder')
    expect(told.matter().documents).toMatchObject([
      { document: 'order', number: 1, version: 2, revokedAt: told.matter().documents?.[1]?.revokedAt },
      { document: 'order', number: 2, version: 3 },
      { document: 'order', number: 3, version: 4 },
    ])
    expect(told.matter().documents?.map(({ revokedAt }) => revokedAt !== undefined)).toEqual([true, true, false])
  })
})

describe('who takes no part', () => {
  const recused = ordered().takes('handler', 'recuse')

  test('whoever declared an interest takes no further step', () => {
    recused.refuses('handler', 'report', 'guard-refused', { guard: 'notBarred' })
    expect(recused.matter().barred).toEqual(['person-handler'])
  })

  test('nor are they named to a seat', () => {
    recused.refuses(
      'clerk',
      'arrange',
      'form-invalid',
      { issues: [{ field: 'owner', rule: 'barred' }] },
      { owner: 'handler' },
    )
  })

  test('whoever recuses leaves the seats of their post empty', () => {
    const owned = ordered().takes('clerk', 'arrange', { owner: 'handler' })
    expect(owned.takes('handler', 'recuse').matter()).toMatchObject({ barred: ['person-handler'] })
    expect(owned.takes('handler', 'recuse').matter().ownerPostId).toBeUndefined()
  })

  test('a leader lifts a mistaken recusal, and nothing else', () => {
    recused.refuses(
      'leader',
      'lift',
      'form-invalid',
      { issues: [{ field: 'whose', rule: 'not-barred' }] },
      { whose: 'verifier' },
    )
    const lifted = recused.takes('leader', 'lift', { whose: 'handler' })
    expect(lifted.matter().barred).toEqual([])
    lifted.takes('handler', 'report', { ready: true }).isIn('handled')
    recused.refuses('handler', 'lift', 'role-required')
  })

  test('nobody of the unit complained about is named to a seat', () => {
    ordered({ aboutUnit: 'dongpu' }).refuses(
      'clerk',
      'arrange',
      'form-invalid',
      { issues: [{ field: 'owner', rule: 'barred' }] },
      { owner: 'dongpu-clerk' },
    )
  })
})
