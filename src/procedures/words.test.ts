import { expect, test } from 'vitest'
import type { Text } from '../domain/wording/text.ts'
import { PROCEDURES } from './all.ts'
import * as sources from './shared/v1/sources.ts'

/** The articles of all sources inside a value. */
function articlesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('article' in value && 'mark' in value) return [(value.article as { zh: string }).zh]
  return Object.values(value).flatMap(articlesIn)
}

test('every source is used by a procedure', () => {
  const used = new Set(PROCEDURES.flatMap(articlesIn))
  expect(articlesIn({ ...sources }).filter((article) => !used.has(article))).toEqual([])
})

test('no form asks two questions under one title', () => {
  const twice = PROCEDURES.flatMap(({ id, forms }) =>
    Object.entries(forms).flatMap(([name, { fields }]) =>
      (['zh', 'en'] as const).flatMap((locale) => {
        const titles = Object.values(fields).map(({ title }) => title[locale])
        return titles.filter((title, index) => titles.indexOf(title) < index).map((title) => `${id}.${name}: ${title}`)
      }),
    ),
  )
  expect(twice).toEqual([])
})

/** Words that the offices do not use, or that say more than the record proves; residents' own pages keep plain words. */
const RETIRED =
  /受理回执|上交|判级|待下达指令|重新下令|重大隐患整改方案|补要方案|核准方案|移送处罚|又出现了|没有停过|暂停计时|定经办|没有调成|调解工作记录|途径告知单|转法院途径|登记确认结果|报办结|待办结|待签字|怎么告知的|怎么发现的|哪天送达|谁改|怎么改|哪天前|转专门事项|告知去向|时钟/

test('what officials read speaks the language of the offices', () => {
  const strays = PROCEDURES.flatMap(({ id, purpose, steps, states, forms, deadlines, documents }) =>
    [
      purpose,
      ...Object.values<{ title: Text; told?: Text }>(steps).flatMap(({ title, told }) => [title, told]),
      ...[states, deadlines, documents].flatMap((all) => Object.values<{ title: Text }>(all).map(({ title }) => title)),
      ...Object.values(forms).flatMap(({ title, fields }) => [
        title,
        ...Object.values(fields).map((field) => field.title),
      ]),
    ].flatMap((words) => (words && RETIRED.test(words.zh) ? [`${id}: ${words.zh}`] : [])),
  )
  expect(strays).toEqual([])
})
