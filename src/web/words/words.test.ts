import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

const LATIN_WORD = /[A-Za-z]{2,}/
const CHINESE = /[\u4e00-\u9fff]/
/** File kinds and units that Chinese offices write in Latin letters, and the name of the other language. */
const ALLOWED_IN_CHINESE = /PDF|Word|MB|English/g

type Entry = readonly [string, string]

/** Every wording with its path; functions are asked with numbers or words as a page would. */
function wordings(value: unknown, path: string): Entry[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String((value as (...given: unknown[]) => unknown)(2, 3, 4))]]
  return Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) => wordings(inner, `${path}.${name}`))
}

describe('the catalogues', () => {
  test('a Chinese page has no English word', () => {
    const odd = wordings(zh, 'zh').filter(([, wording]) => LATIN_WORD.test(wording.replace(ALLOWED_IN_CHINESE, '')))
    expect(odd).toEqual([])
  })
  test('an English page has no Chinese word but the name of the other language', () => {
    const odd = wordings(en, 'en').filter(([path, wording]) => CHINESE.test(wording) && path !== 'en.otherLanguage')
    expect(odd).toEqual([])
  })
  test('nothing is left empty', () => {
    const empty = [...wordings(zh, 'zh'), ...wordings(en, 'en')].filter(([, wording]) => wording.length === 0)
    expect(empty).toEqual([])
  })
  test('colleagues are 你, and nobody is asked to wait patiently', () => {
    const odd = wordings(zh, 'zh').filter(([, wording]) => /您|耐心|操作成功|系统异常|！/.test(wording))
    expect(odd).toEqual([])
  })
})
