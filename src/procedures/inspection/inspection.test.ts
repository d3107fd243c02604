import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../../testing/given.ts'
import { checklistV1 } from '../checklist/v1/procedure.ts'
import { hazardV2 } from '../hazard/v2/procedure.ts'
import { siteV1 } from '../site/v1/procedure.ts'
import { STARTERS } from '../starters/starters.ts'
import { inspectionV1 } from './v1/procedure.ts'

const list = STARTERS.find(({ key }) => key === 'nineSmall')?.form ?? {}
const checklist = given(checklistV1, 'inspector', list).takes('triage', 'publish').matter()
const shop: FormValues = { name: '中街示例超市', category: 'smallShop', address: '东浦镇中街1号', placeUnit: 'dongpu' }
const site = given(siteV1, 'inspector', shop).takes('triage', 'publish').matter()
const named = new Map([checklist, site].map((record) => [record.reference, record]))

const plan: FormValues = {
  site: site.reference,
  checklist: checklist.reference,
  category: 'fire',
  source: 'special',
  plannedOn: '2026-03-06',
  unit: 'qinglan',
}
const planned = (more: FormValues = {}) => given(inspectionV1, 'inspector', { ...plan, ...more }, { named })
/** Items that a small shop is asked; those named here failed or were fixed, the rest is in order. */
const ASKED = ['1', '2', '4', '5', '6', '8', '9', '10', '11']
const answers = (rows: Record<string, FormValues> = {}, also: readonly string[] = []): FormValues => ({
  checkedOn: '2026-03-02',
  inspectors: '检查一组（示例证号01、02）',
  sheet: [...ASKED, ...also].map((no) => ({ no, result: 'ok', ...rows[no] })),
})
const failed = (finding: string) => ({ result: 'failed', finding, photos: [PHOTO] })
const checked = (rows: Record<string, FormValues> = {}, also: readonly string[] = []) =>
  planned().takes('inspector', 'check', answers(rows, also))
const opened = (told: Told) => told.events().flatMap((event) => (event.type === 'StepTaken' ? event.opens : []))

describe('an inspection', () => {
  test('takes the place from the site, and names the version of site and checklist', () => {
    expect(planned().isIn('planned').matter()).toMatchObject({
      title: '中街示例超市',
      place: '东浦镇中街1号',
      placeUnitId: 'dongpu',
      fields: { placeType: 'smallShop', site: 'CS-2026-0001@2', checklist: 'JB-2026-0001@2' },
    })
  })

  test('asks the items for this kind of place, each of them', () => {
    const without = { ...answers(), sheet: answers()['sheet'] } as { sheet: FormValues[] } & FormValues
    planned().refuses(
      'inspector',
      'check',
      'form-invalid',
      { issues: [{ field: 'sheet', rule: 'row-missing', limit: '11' }] },
      { ...without, sheet: without.sheet.slice(0, -1) },
    )
  })

  test('asks how people who live there are kept apart once somebody lives there', () => {
    const rows = { 5: failed('二楼住两人') }
    planned().refuses(
      'inspector',
      'check',
      'form-invalid',
      { issues: [{ rule: 'row-missing', limit: '5.1' }] },
      answers(rows),
    )
    checked(rows, ['5.1']).isIn('checked')
  })

  test('works out points, rate and vetoes', () => {
    const told = checked({
      1: failed('后门上锁'),
      2: { result: 'fixed', fixedHow: '换了两具' },
      11: { result: 'none' },
    })
    expect(told.matter().fields).toMatchObject({
      asked: 8,
      passed: 6,
      failedItems: 1,
      fixedItems: 1,
      rate: 75,
      fullPoints: 95,
      lostPoints: 25,
      score: 70,
      vetoed: 1,
    })
  })

  test('opens a hazard for each item that failed, with what the row says, and none for what was fixed at once', () => {
    const told = checked({ 1: failed('后门上锁'), 2: { result: 'fixed' } })
    expect(opened(told)).toMatchObject([
      {
        procedure: 'hazard',
        link: 'childOf',
        form: {
          title: '疏散通道、安全出口',
          description: '后门上锁',
          itemBasis: '《消防法》第十六条',
          site: 'CS-2026-0001@2',
          category: 'fire',
          source: 'special',
          foundOn: '2026-03-02',
          placeName: '中街示例超市',
          photos: [PHOTO],
        },
      },
    ])
    // The pictures of the rows are pictures of the matter.
    expect(told.matter().files).toHaveLength(1)
  })

  test('is in order, fixed on the spot, or goes on with its hazards once the unit inspected has signed', () => {
    checked().takes('inspector', 'sign', { signedBy: 'onSite' }).isIn('inOrder')
    checked({ 2: { result: 'fixed' } })
      .takes('inspector', 'sign', { signedBy: 'head' })
      .isIn('fixedAtOnce')
    checked({ 2: failed('过期') })
      .takes('inspector', 'sign', { signedBy: 'staff' })
      .isIn('following')
  })

  test('that nobody signed says why', () => {
    checked().refuses(
      'inspector',
      'sign',
      'form-invalid',
      { issues: [{ field: 'unsignedWhy' }] },
      { signedBy: 'refused' },
    )
    checked().takes('inspector', 'sign', { signedBy: 'refused', unsignedWhy: '说要问老板' }).isIn('inOrder')
  })

  test('ends after its hazards, by somebody else', () => {
    const following = checked({ 2: failed('过期') }).takes('inspector', 'sign', { signedBy: 'staff' })
    following
      .refuses('inspector', 'childrenDone', 'guard-refused', { guard: 'allChildrenDone' })
      .childCloses('writtenOff')
      .takes('inspector', 'childrenDone')
      .refuses('inspector', 'close', 'role-required', {}, { conclusion: '都改了' })
      .takes('leader', 'close', { conclusion: '都改了' })
      .isIn('closed')
  })

  test('is not closed by whoever inspected', () => {
    planned()
      .takes('handler', 'check', answers({ 2: failed('过期') }))
      .takes('handler', 'sign', { signedBy: 'staff' })
      .childCloses('writtenOff')
      .takes('inspector', 'childrenDone')
      .refuses('handler', 'close', 'guard-refused', { guard: 'notTheHandler' }, { conclusion: '都改了' })
      .takes('verifier', 'close', { conclusion: '都改了' })
  })

  test('that could not be made is made another day, or given up by the side that ordered it, never when it was refused', () => {
    const missed = (why: string) => planned().takes('inspector', 'miss', { missed: why, missedNote: '到场时' })
    missed('closed').takes('leader', 'visitAgain', { plannedOn: '2026-03-12', againNote: '下周再去' }).isIn('planned')
    missed('moved').takes('leader', 'giveUp', { notDoneOpinion: '已经搬走' }).isIn('notInspected')
    missed('refused').refuses('leader', 'giveUp', 'guard-refused', {}, { notDoneOpinion: '算了' })
  })

  test('drawn at random names the draw', () => {
    expect(() => planned({ source: 'random' })).toThrow('drawNo')
    planned({ source: 'random', drawNo: '2026年第3批' }).isIn('planned')
  })

  test('is repeated as another visit to the same place with the same checklist', () => {
    const again = checked({ 2: failed('过期') })
      .takes('inspector', 'sign', { signedBy: 'staff' })
      .takes('inspector', 'reinspect', { recheckOn: '2026-03-20' })
    expect(opened(again).at(-1)).toMatchObject({
      procedure: 'inspection',
      form: { site: 'CS-2026-0001@2', checklist: 'JB-2026-0001@2', plannedOn: '2026-03-20' },
    })
  })
})

describe('a hazard found at one site for the third time within 12 months', () => {
  const found = { title: '通道堵塞', category: 'electric', description: '堆放货物', site: site.reference }
  const at = (openedAt: string, outcome?: string) => ({
    pointsTo: [site.reference],
    openedAt,
    ...(outcome ? { outcome } : {}),
  })
  const grade = { level: 'general', criterion: '标准第3条' }
  const recorded = (...earlier: Parameters<Told['after']>[0]) =>
    given(hazardV2, 'inspector', found, { named }).after(earlier)
  const twice = [at('2025-09-01T01:00:00.000Z'), at('2025-12-01T01:00:00.000Z', 'writtenOff')]

  test('is one level up unless a reason is given', () => {
    recorded(...twice).refuses(
      'inspector',
      'grade',
      'form-invalid',
      { issues: [{ field: 'lowerReason', rule: 'lower-than-computed', limit: 'major' }] },
      grade,
    )
    const lowered = recorded(...twice).takes('inspector', 'grade', {
      ...grade,
      lowerReason: '三处部位不同，都已当场消除',
    })
    expect(lowered.matter()).toMatchObject({ level: 'general', fields: { timesHere: 3 } })
    expect(
      recorded(...twice)
        .takes('inspector', 'grade', { ...grade, level: 'major' })
        .matter().level,
    ).toBe('major')
  })

  test('counts neither what lies longer back nor what was no hazard', () => {
    for (const earlier of [
      [at('2025-03-01T00:00:00.000Z'), at('2025-12-01T01:00:00.000Z')],
      [at('2025-09-01T01:00:00.000Z', 'notHazard'), at('2025-12-01T01:00:00.000Z')],
      [{ ...at('2025-09-01T01:00:00.000Z'), pointsTo: ['CS-2026-0002'] }, at('2025-12-01T01:00:00.000Z')],
    ])
      expect(
        recorded(...earlier)
          .takes('inspector', 'grade', grade)
          .matter().fields['timesHere'],
      ).toBe(2)
  })

  test('is not counted where no site is named', () => {
    const { site: _, ...without } = { ...found, place: '东浦镇' }
    const told = given(hazardV2, 'inspector', without).takes('inspector', 'grade', grade)
    expect(told.matter().fields['timesHere']).toBeUndefined()
  })
})
