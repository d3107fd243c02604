import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnsOf, type Field, type Fields, personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import type { ApiDocument } from '../../testing/answer-check.ts'
import { bodyOf, type TestOffice, testOffice } from '../../testing/office.ts'

/** What nobody may be asked, put into, or found by. A matter may be about the duty of an organ, or name one (党委政法委); nothing is about what somebody is. */
const OF_PERSONS = {
  zh: /民族|族别|宗教|信仰|教徒|政治面貌|政治倾向|思想动态|言论|舆情|重点人|高危人|上访人|黑名单|画像|信用评分|人员评分|人员积分|籍贯|户籍|前科|病史|诊断/,
  en: /\b(ethnic\w*|religio\w*|belief\w*|political(?!-legal committee)|watch-?list|blacklist|key persons?|person score|profil\w+|diagnos\w*|criminal record|public opinion|social media)\b/i,
}
/** A number that judges. */
const SCORE = /得分|评分|积分|分数|分值|排名/
const COLUMN_OF_PERSONS = /phone|id_?card|birth|ethnic|religio|belief|opinion|watch|person_score|score_of/
const PARAMETER_OF_PERSONS = /person|contact|phone|party|reporter|surname|full_?name|id_?card/i

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.dispose())

/** Every text of a definition that somebody reads, with its path. */
function textsOf(value: unknown, path: string): { path: string; zh: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const { zh, en } = value as { zh?: unknown; en?: unknown }
  if (typeof zh === 'string' && typeof en === 'string') return [{ path, zh, en }]
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}

/** What a definition asks, offers and lists; the articles it quotes are the law's own words. */
const asked = ({ id, version, title, categories, outcomes, states, forms, ledger }: Procedure) =>
  textsOf({ title, categories, outcomes, states, forms, ledger }, `${id}@${version}`)

const ofPersons = (procedure: Procedure): string[] =>
  asked(procedure)
    .filter(({ zh, en }) => OF_PERSONS.zh.test(zh) || OF_PERSONS.en.test(en))
    .map(({ path, zh, en }) => `${path}: ${zh} · ${en}`)

/** Rows that name a post or a person and give it a number that judges. */
const scoredPersons = (fields: Fields, path: string): string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const columns: readonly Field[] = Object.values(columnsOf(field))
    // What was hidden and is laid open says who gave a score, not who got it.
    if (field.kind === 'items' && field.gathers) return []
    const names = columns.some((column) => column.kind === 'post' || personalOf(column))
    const scores = columns.some((column) => column.kind === 'number' && SCORE.test(column.title.zh))
    return names && scores ? [`${path}.${name}`] : []
  })

describe('matters, never persons', () => {
  test('no kind of matter asks, offers or lists what somebody is', () => {
    expect(PROCEDURES.flatMap(ofPersons)).toEqual([])
  })

  test('a question or a category of that kind is found wherever it is planted', () => {
    const [first] = PROCEDURES
    if (!first) throw new Error('no procedure')
    const planted = { zh: '政治面貌', en: 'Political status' }
    expect(ofPersons({ ...first, categories: { ...first.categories, planted } })).toHaveLength(1)
    expect(ofPersons({ ...first, title: { zh: '重点人员', en: 'Key persons' } })).toHaveLength(1)
  })

  test('no score is given to a post or a person', () => {
    const found = PROCEDURES.flatMap(({ id, version, forms }) =>
      Object.entries(forms).flatMap(([form, { fields }]) => scoredPersons(fields, `${id}@${version}.${form}`)),
    )
    expect(found).toEqual([])
  })

  test('no record type describes a person, or keeps anything personal', () => {
    for (const { id, record, forms } of PROCEDURES) {
      if (!record) continue
      for (const { fields } of Object.values(forms))
        for (const [name, field] of Object.entries(fields))
          for (const [column, inner] of [[name, field] as const, ...Object.entries(columnsOf(field))]) {
            expect(personalOf(inner), `${id}.${name}.${column}`).toBeUndefined()
            expect(inner.title.zh, `${id}.${name}.${column}`).not.toMatch(/姓名|身份证|手机|出生/)
          }
    }
  })

  test('no table has a column for what somebody is, and no index finds a person', () => {
    const schema = readFileSync(new URL('../../storage/schema/schema.sql', import.meta.url), 'utf8')
    const ours = schema.split('\n').filter((line) => line.startsWith('public.') && !line.startsWith('public.auth_'))
    expect(ours.length).toBeGreaterThan(100)
    expect(ours.filter((line) => COLUMN_OF_PERSONS.test(line))).toEqual([])
  })

  test('no route finds matters by a person', async () => {
    const { paths } = await bodyOf<ApiDocument>(await office.ask('/openapi.json'))
    const parameters = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods as unknown as Record<string, { parameters?: readonly { in: string; name: string }[] }>)
        .filter(([method]) => method === 'get')
        .flatMap(([, { parameters: all = [] }]) =>
          all.filter((each) => each.in === 'query').map(({ name }) => `${path}?${name}`),
        ),
    )
    expect(parameters.length).toBeGreaterThan(10)
    expect(parameters.filter((each) => PARAMETER_OF_PERSONS.test(each))).toEqual([])
    // People are the officials of the office, and their administrator alone sees them.
    expect(Object.keys(paths).filter((path) => /person|people/.test(path))).toSatisfy((found: string[]) =>
      found.every((path) => path.startsWith('/api/admin/')),
    )
  })
})
