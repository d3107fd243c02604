import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Matter } from '../domain/matter/matter.ts'
import { type Field, isInLedgers, optionsOf } from '../domain/procedure/form.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import { RETURNED } from '../domain/procedure/procedure.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { crossingOutcomes } from '../procedures/shared/v2/crossing-parts.ts'
import { databaseFor } from '../storage/connection/connect.ts'
import { listMatters } from '../storage/read/list-matters.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { HAZARD_HEADINGS, HAZARDS, importText, rejections, sums } from '../testing/ledger.ts'
import { actorOf, DIRECTORY, TEST_TENANT } from '../testing/people.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  county.setNow('2026-06-01T01:00:00.000Z')
})
afterAll(() => county?.dispose())

const matterOf = async (number: string): Promise<Matter | undefined> =>
  (
    await county.database.owner.query<{ matter: Matter }>('select matter from matters where source_number = $1', [
      number,
    ])
  ).rows[0]?.matter

/** An answer that fits a required question. */
function answerTo(field: Field): string {
  const options = optionsOf(field)
  if (options) return Object.keys(options)[0] ?? ''
  const answers: Partial<Record<Field['kind'], string>> = {
    unit: '东浦镇',
    level: 'general',
    number: '1',
    money: '1',
    yesNo: '是',
  }
  if (field.kind === 'date' || field.kind === 'dateTime') return field.notAfter ? '2026-01-04' : '2026-12-01'
  if (field.kind === 'text' && field.check === 'officePhone') return '0399-6010110'
  return answers[field.kind] ?? '虚构的一件事'
}

/** What is asked, with the questions that the answers before them bring. */
function answersTo(fields: Procedure['forms'][string]['fields']): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, field] of Object.entries(fields))
    if (field.required && isInLedgers(field))
      if (!field.when || field.when.is.includes(given[field.when.field] ?? '')) given[name] = answerTo(field)
  return given
}

function closedLedger(procedure: Procedure, step: string) {
  const asked = procedure.forms[procedure.opening.form]?.fields ?? {}
  const form = answersTo(asked)
  return {
    name: `closed-${procedure.id}-${step}`.toLowerCase(),
    key: 'no',
    kind: procedure.id,
    opened: 'begun',
    unit: 'dongpu',
    channel: 'import',
    form,
    steps: [{ step, at: ['ended', 'begun'], form: { formerResult: '{result}' } }],
  }
}

const ways = PROCEDURES.flatMap((procedure) =>
  Object.entries(procedure.steps).flatMap(([id, { imported, to }]) =>
    imported && to ? [[procedure.id, id, procedure, to] as const] : [],
  ),
)

describe('every kind of matter comes in as the ledger ended it', () => {
  test('each kind has a way for each of its ends', () => {
    for (const procedure of PROCEDURES) {
      // What was sent back, registered anew, or went to another office has its end in another ledger.
      const elsewhere = [RETURNED, 'reregistered', ...Object.keys(crossingOutcomes)]
      const ends = Object.keys(procedure.states).filter((id) => {
        const state = procedure.states[id]
        return state?.group === 'done' && !elsewhere.includes(state.outcome ?? '')
      })
      expect(ways.filter(([id]) => id === procedure.id).map(([, , , to]) => to)).toEqual(expect.arrayContaining(ends))
    }
  })

  test.each(ways)('%s: %s', async (id, step, procedure, to) => {
    const key = `${id}-${step}`
    const text = `no,begun,ended,result\n${key},2026-01-05,2026-02-03,${'很长的结果。'.repeat(150)}\n`
    const { counts } = await importText(county, text, closedLedger(procedure, step))
    expect(rejections(counts)).toEqual([])
    const matter = await matterOf(key)
    expect(matter).toMatchObject({ state: to, group: 'done', closedAt: '2026-02-02T16:00:00.000Z' })
    expect(matter?.clocks.filter(({ state }) => state === 'overdue')).toEqual([])
  })

  test('what the ledger calls fixed does not stand as overdue, even without a day', async () => {
    const mapping = {
      ...HAZARDS,
      name: 'fixed',
      steps: [{ step: 'writtenOffAsImported', at: ['整改日期', '日期'], when: { column: '状态', is: ['已整改'] } }],
    }
    const text = `${HAZARD_HEADINGS},整改日期,状态\nF-1,2026.1.5,东浦镇,出口上锁,-仓库,,已整改\nF-2,1月6日,东浦镇,出口上锁,-仓库,,未整改\n`
    const { counts } = await importText(county, text, { ...mapping, time: { year: 2026 } })
    expect(sums(counts)).toMatchObject({ added: 2 })
    expect(await matterOf('F-1')).toMatchObject({ group: 'done', clocks: [] })
    expect((await matterOf('F-2'))?.clocks.map(({ state }) => state)).toContain('overdue')
  })
})

describe("the ledger's own number", () => {
  test('is kept with the matter and finds it', async () => {
    await importText(county, `${HAZARD_HEADINGS}\n安排[2026]第0077号,2026-03-05,东浦镇,出口上锁,仓库\n`, {
      ...HAZARDS,
      name: 'own',
    })
    const found = await listMatters(
      databaseFor(county.deps.pool, TEST_TENANT),
      actorOf('leader'),
      { text: '安排[2026]第0077号', limit: 10 },
      DIRECTORY,
    )
    expect(found.rows.map(({ title }) => title)).toEqual(['出口上锁'])
  })
})

describe('rows and cases', () => {
  test('a title too long for its field is cut at a sentence, and the whole of it goes into the description', async () => {
    const long = `${'库房西侧安全出口被货物堵住，'.repeat(5)}应急灯不亮。${'另有电线裸露。'.repeat(10)}`
    await importText(county, `${HAZARD_HEADINGS}\nT-1,2026-03-05,东浦镇,${long},仓库\n`, {
      ...HAZARDS,
      name: 'long',
      form: { ...HAZARDS.form, description: '见台账' },
    })
    const matter = await matterOf('T-1')
    expect(matter?.title.endsWith('应急灯不亮')).toBe(true)
    expect(matter?.fields['description']).toBe(`${long}\n见台账`)
  })

  test('only the rows that the mapping wants are read; the others are counted', async () => {
    const mapping = { ...HAZARDS, name: 'some', where: [{ column: '地点', isNot: ['已删'] }] }
    const text = `${HAZARD_HEADINGS}\nW-1,2026-03-05,东浦镇,出口上锁,仓库\nW-2,2026-03-05,东浦镇,出口上锁,已删\n`
    expect(sums((await importText(county, text, mapping)).counts)).toMatchObject({ read: 2, added: 1, skipped: 1 })
  })

  test('rows of an event log that share a key are one case with its steps', async () => {
    const mapping = {
      ...HAZARDS,
      name: 'log',
      rows: 'events',
      form: { ...HAZARDS.form, title: '出口上锁', description: '出口上锁', place: '仓库' },
      steps: [{ step: 'writtenOffAsImported', at: '日期', when: { column: '事由', is: ['销号'] } }],
    }
    const text = `${HAZARD_HEADINGS}\nE-1,2026-03-07 10:00,东浦镇,销号,\nE-2,2026-03-06,东浦镇,登记,\nE-1,2026-03-05 09:00,东浦镇,登记,\n`
    const { counts } = await importText(county, text, mapping)
    expect(sums(counts)).toMatchObject({ read: 3, added: 3 })
    expect(counts.matters).toBe(2)
    expect(await matterOf('E-1')).toMatchObject({
      openedAt: '2026-03-05T01:00:00.000Z',
      closedAt: '2026-03-07T02:00:00.000Z',
    })
  })
})

describe('villages of one name', () => {
  const villages = {
    ...HAZARDS,
    name: 'villages',
    unit: { column: '村', in: ['镇'], createUnits: { under: 'qinglan', kind: 'village', kinds: ['township'] } },
  }
  const headings = '编号,日期,镇,村,事由,地点'

  test('are told apart by the town, and made below it', async () => {
    const text = `${headings}\nV-1,2026-03-05,东浦镇,新村,出口上锁,仓库\nV-2,2026-03-05,云溪镇,新村,出口上锁,仓库\n`
    expect(sums((await importText(county, text, villages)).counts)).toMatchObject({ added: 2 })
    const paths = await Promise.all(
      ['V-1', 'V-2'].map(
        async (number) =>
          (await county.deps.rulebooks.of(TEST_TENANT)).directory.units[(await matterOf(number))?.unitId ?? '']?.path,
      ),
    )
    expect(paths.map((path) => path?.split('/').slice(0, 3).join('/'))).toEqual(['/qinglan/dongpu', '/qinglan/yunxi'])
  })

  test('without the town are refused, naming both; the path says which', async () => {
    const plain = { ...HAZARDS, name: 'plain' }
    const text = `${HAZARD_HEADINGS}\nN-1,2026-03-05,新村,出口上锁,仓库\nN-2,2026-03-05,云溪镇/新村,出口上锁,仓库\nN-3,2026-03-05,东浦镇新村,出口上锁,仓库\n`
    const { counts } = await importText(county, text, plain)
    expect(rejections(counts)).toEqual([
      [2, '“单位”有几个同名的单位：东浦镇/新村、云溪镇/新村；在对照文件里用 in 写明上级的列（表里是“新村”）'],
    ])
    expect(counts.added).toBe(2)
  })

  test('are found in a place in words, and left open where the words name none or two', async () => {
    const found = { ...HAZARDS, name: 'found', form: { ...HAZARDS.form, placeUnit: { column: '地点', find: true } } }
    const text = `${HAZARD_HEADINGS}\nPU-1,2026-03-05,东浦镇,出口上锁,下塘村口仓库\nPU-2,2026-03-05,东浦镇,出口上锁,仓库\nPU-3,2026-03-05,东浦镇,出口上锁,下塘村和青石村\n`
    expect(sums((await importText(county, text, found)).counts)).toMatchObject({ added: 3 })
    const placed = await Promise.all(
      ['PU-1', 'PU-2', 'PU-3'].map(async (number) => (await matterOf(number))?.placeUnitId),
    )
    expect(placed).toEqual(['xiatang', undefined, undefined])
  })

  test('a tree of provinces, cities and counties is made level by level', async () => {
    const tree = {
      ...HAZARDS,
      name: 'tree',
      unit: {
        column: '县',
        in: ['省', '市'],
        createUnits: { under: 'qinglan', kind: 'county', kinds: ['province', 'city'] },
      },
    }
    const text =
      '编号,日期,省,市,县,事由,地点\nR-1,2026-03-05,虚构省,甲市,城区,出口上锁,仓库\nR-2,2026-03-05,虚构省,乙市,城区,出口上锁,仓库\n'
    expect(sums((await importText(county, text, tree)).counts)).toMatchObject({ added: 2 })
    const { rows } = await county.database.owner.query(
      `select kind, count(*)::int as n from units where tenant = $1 and kind in ('province', 'city', 'county') and id <> 'qinglan' group by 1 order by 1`,
      [TEST_TENANT],
    )
    expect(rows).toEqual([
      { kind: 'city', n: 2 },
      { kind: 'county', n: 2 },
      { kind: 'province', n: 1 },
    ])
  })
})
