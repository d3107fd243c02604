import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { FormValues } from '../../../domain/procedure/form.ts'
import { addMilliseconds } from '../../../domain/time/time.ts'
import { PROCEDURES } from '../../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../../testing/people.ts'
import { runJobs } from '../../../workers/run-jobs.ts'
import { handleAndFollow } from '../follow-up.ts'
import { handleCommand } from '../handle.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
})
afterAll(() => county?.dispose())
let now = '2026-03-02T01:00:00.000Z'
const pass = (ms: number) => {
  now = addMilliseconds(now, ms)
  county.setNow(now)
}
beforeEach(() => pass(60_000))

const read = async ({ id }: { readonly id: string }): Promise<Matter> =>
  (await county.database.owner.query('select matter from matters where id = $1', [id])).rows[0].matter
const open = async (post: string, procedure: string, form: FormValues) =>
  (
    await handleAndFollow(county.deps, {
      actor: actorOf(post),
      command: { type: 'OpenMatter', procedure, channel: 'other', unitId: 'qinglan', form },
    })
  ).matter
const take = async (post: string, { id }: Matter, step: string, form: FormValues = {}) =>
  (
    await handleAndFollow(county.deps, {
      actor: actorOf(post),
      matterId: id,
      command: { type: 'TakeStep', step, form },
    })
  ).matter
/** The step alone, as when the server dies right after its commit. */
const takeAndDie = async (post: string, { id }: Matter, step: string, form: FormValues = {}) =>
  (await handleCommand(county.deps, { actor: actorOf(post), matterId: id, command: { type: 'TakeStep', step, form } }))
    .matter
const workersRun = () => {
  pass(10_000)
  return runJobs(county.deps, TEST_TENANT)
}
const childrenOf = async ({ id }: Matter): Promise<Matter[]> =>
  (
    await county.database.owner.query(
      'select matter from matters m join matter_links l on l.from_id = m.id where l.to_id = $1 order by m.unit_path',
      [id],
    )
  ).rows.map(({ matter }) => matter)

const items = [{ no: '1', item: '疏散通道', demand: '畅通', points: 10 }]
async function checklist(name: string): Promise<Matter> {
  const draft = await open('inspector', 'checklist', { name, category: 'nineSmall', basisText: '通行做法', items })
  return take('triage', draft, 'publish')
}
async function proposed(record: Matter, more: FormValues = {}): Promise<Matter> {
  const lesson = await open('reviewer', 'lesson', { title: '烟道没有列入检查', lesson: '小餐饮起火', unit: 'qinglan' })
  return take('reviewer', lesson, 'propose', {
    category: 'checklist',
    checklist: record.reference,
    checklistRows: [{ act: 'add', no: '2', item: '烟道油污', demand: '每季度清洗', points: 5 }],
    namedUnits: [{ unit: 'yunxi' }],
    findingCategory: 'fire',
    checkBy: '2026-04-01',
    ...more,
  })
}
const accept = { decision: '应当查' }

describe('a lesson that is accepted', () => {
  test('makes the new version at once, by whoever accepted it, with its number as the basis and all else as it stood', async () => {
    const record = await checklist('小餐饮检查表')
    const lesson = await proposed(record)
    await take('triage', lesson, 'adopt', accept)
    const after = await read(record)
    expect(after).toMatchObject({
      version: record.version + 1,
      fields: {
        name: '小餐饮检查表',
        basisText: '通行做法',
        reason: `${lesson.reference} 烟道没有列入检查`,
        items: [
          { item: '疏散通道', points: 10 },
          { no: '2', item: '烟道油污' },
        ],
      },
    })
    const { rows } = await county.database.owner.query(
      `select event -> 'by' ->> 'postId' as post from matter_events where matter_id = $1 order by version desc limit 1`,
      [record.id],
    )
    expect(rows).toEqual([{ post: 'triage' }])
    expect(await read(lesson)).toMatchObject({
      state: 'checking',
      fields: {
        checklist: `${record.reference}@${record.version}`,
        checklistAfter: `${record.reference}@${after.version}`,
      },
    })
  })

  test('is not lost when the server dies after the commit, and changes the record once however often the job runs', async () => {
    const record = await checklist('小旅馆检查表')
    const lesson = await proposed(record)
    expect(await takeAndDie('triage', lesson, 'adopt', accept)).toMatchObject({ state: 'changing' })
    expect((await read(record)).version).toBe(record.version)
    await workersRun()
    await county.database.owner.query(
      "update jobs set done_at = null, run_at = $2 where kind = 'relay' and payload ->> 'matterId' = $1",
      [lesson.id, now],
    )
    expect(await workersRun()).toMatchObject({ done: 1, failures: [] })
    expect((await read(record)).version).toBe(record.version + 1)
    expect(await read(lesson)).toMatchObject({ state: 'checking' })
  })

  test('says its version also when the server died between the two, and the record went on meanwhile', async () => {
    const record = await checklist('小商店检查表')
    const lesson = await proposed(record)
    await takeAndDie('triage', lesson, 'adopt', accept)
    // The change was made, and then another by hand; the lesson has not heard.
    const { rows: jobs } = await county.database.owner.query(
      "select payload from jobs where kind = 'relay' and payload ->> 'matterId' = $1",
      [lesson.id],
    )
    const [relay] = jobs[0].payload.relays
    const made = await takeAndDie('triage', record, 'revise', {
      name: '小商店检查表',
      category: 'nineSmall',
      items: [...items, { no: '2', item: '烟道油污' }],
      ...relay.form,
    })
    await take('clerk', made, 'revise', { name: '小商店检查表', category: 'nineSmall', items, reason: '并项' })
    await workersRun()
    expect((await read(lesson)).fields['checklistAfter']).toBe(`${record.reference}@${made.version}`)
  })

  test('waits, and can be tried again by another, when the record cannot be changed any more', async () => {
    const record = await checklist('小网吧检查表')
    const lesson = await proposed(record)
    await takeAndDie('triage', lesson, 'adopt', accept)
    await take('triage', record, 'end', { reason: '并表' })
    const { failures } = await workersRun()
    expect(failures).toMatchObject([{ kind: 'relay', message: expect.stringContaining('step-not-open') }])
    expect(await read(lesson)).toMatchObject({ state: 'changing' })
  })

  test('asks every unit in whose villages such places are on record, where somebody holds a post', async () => {
    const site = async (name: string, placeUnit: string, category = 'smallInn') => {
      const draft = await open('inspector', 'site', { name, category, address: '1号', placeUnit })
      await take('triage', draft, 'publish')
    }
    await site('甲客栈', 'xiatang')
    await site('乙客栈', 'qingshi')
    await site('丙客栈', 'beitang')
    await site('丁超市', 'beitang', 'smallShop')
    const lesson = await proposed(await checklist('客栈检查表'), { placeTypes: ['smallInn'], namedUnits: null })
    await take('triage', lesson, 'adopt', accept)
    // Nobody holds a post in Qingshi or Beitang: their townships answer.
    expect((await read(lesson)).fields['exposed']).toEqual([
      { unit: 'dongpu', places: 1 },
      { unit: 'xiatang', places: 1 },
      { unit: 'yunxi', places: 1 },
    ])
    expect((await childrenOf(lesson)).map(({ procedure, unitId }) => [procedure, unitId])).toEqual([
      ['selfcheck', 'dongpu'],
      ['selfcheck', 'xiatang'],
      ['selfcheck', 'yunxi'],
    ])
  })
})
