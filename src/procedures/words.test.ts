import { expect, test } from 'vitest'
import type { Procedure } from '../domain/procedure/procedure.ts'
import type { Source } from '../domain/procedure/source.ts'
import type { Text } from '../domain/wording/text.ts'
import { PROCEDURES } from './all.ts'
import * as sources from './shared/v1/sources.ts'

type Found<T> = { path: string; value: T }

/** Everything inside a definition that has these keys, with its path. */
function collect<T>(value: unknown, keys: readonly string[], path: string): Found<T>[] {
  if (typeof value !== 'object' || value === null) return []
  const here = keys.every((key) => key in value) ? [{ path, value: value as T }] : []
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => collect<T>(inner, keys, `${path}.${key}`))]
}

const textsOf = (procedure: Procedure) => collect<Text>(procedure, ['zh', 'en'], procedure.id)
const sourcesOf = (procedure: Procedure) => collect<Source>(procedure, ['article', 'mark'], procedure.id)

test.each(PROCEDURES.map((procedure) => [procedure.id, procedure] as const))(
  'every wording of %s is Chinese in Chinese and English in English',
  (_, procedure) => {
    const texts = textsOf(procedure)
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter(({ value }) => !/\p{Script=Han}/u.test(value.zh))).toEqual([])
    expect(texts.filter(({ value }) => /[A-Za-z]{2,}/.test(value.zh))).toEqual([])
    expect(
      texts.filter(({ value }) => !/[A-Za-z]/.test(value.en) || /[\p{Script=Han}，。：；、（）“”]/u.test(value.en)),
    ).toEqual([])
  },
)

test('colleagues read you, reporters read the polite you', () => {
  const forReporters = PROCEDURES.flatMap((procedure) => [
    ...Object.values(procedure.states).flatMap((state) => (state.public ? [state.public.zh] : [])),
    ...Object.values(procedure.steps).flatMap((step) => (step.public ? [step.public.zh] : [])),
  ])
  expect(forReporters.filter((words) => words.includes('你'))).toEqual([])
})

test('no wording is a slogan', () => {
  const slogans = /操作成功|请您?耐心|敬请谅解|系统异常|！|!/
  expect(PROCEDURES.flatMap(textsOf).filter(({ value }) => slogans.test(value.zh) || slogans.test(value.en))).toEqual(
    [],
  )
})

test('every state says to residents, in plain words, where the matter stands', () => {
  const silent = PROCEDURES.flatMap((procedure) =>
    Object.entries(procedure.states).flatMap(([id, state]) => (state.public ? [] : [`${procedure.id}.${id}`])),
  )
  expect(silent).toEqual([])
})

test('every rule names its source and how sure we are of it', () => {
  const marks = ['found', 'local', 'recalled', 'product']
  const all = PROCEDURES.flatMap(sourcesOf)
  expect(all.filter(({ value }) => !marks.includes(value.mark))).toEqual([])
  for (const procedure of PROCEDURES) {
    for (const [id, rule] of Object.entries(procedure.deadlines))
      expect(rule.source.article.zh, `${procedure.id}.${id}`).not.toBe('')
  }
})

test('only a rule that was read in the text is quoted', () => {
  const quoted = PROCEDURES.flatMap(sourcesOf).filter(({ value }) => value.quote !== undefined)
  expect(quoted.filter(({ value }) => value.mark !== 'found')).toEqual([])
})

test('every source is used by a procedure', () => {
  const used = new Set(PROCEDURES.flatMap(sourcesOf).map(({ value }) => value.article.zh))
  const known = collect<Source>({ ...sources }, ['article', 'mark'], 'sources')
  expect(known.filter(({ value }) => !used.has(value.article.zh)).map(({ path }) => path)).toEqual([])
})
