import { expect, test } from 'vitest'
import { READY_QUESTIONS } from '../../domain/surveys/ready-surveys.ts'
import { docxText } from '../../testing/papers/docx-text.ts'
import { surveyDocx } from './survey-docx.ts'

const content = { title: '2026年安全感调查', closesOn: '2026-12-20', questions: READY_QUESTIONS.safety } as const
const paper = {
  content,
  office: { zh: '清澜县', en: 'Qinglan County' },
  address: 'https://example.test/public/survey/ABCDEF',
  isLarge: false,
  locale: 'zh',
} as const

test('each code has a form of its own with purpose, what is kept, how to answer, every question and every answer', () => {
  const text = docxText(surveyDocx({ ...paper, codes: ['ABCD234567', 'EFGH234567'] }))
  for (const part of ['为什么问', '留什么', '怎么答', '2026-12-20', paper.address])
    expect(text.split(part).length - 1, part).toBeGreaterThanOrEqual(2)
  for (const { text: asked, options } of content.questions)
    for (const words of [asked.zh, ...options.map((option) => `□ ${option.text.zh}`)]) expect(text).toContain(words)
  for (const code of ['ABCD 2345 67', 'EFGH 2345 67']) expect(text.split(code)).toHaveLength(2)
})

test('a blank form has no code and says that it is not counted; large print and English say the same', () => {
  const blank = docxText(surveyDocx({ ...paper, codes: [] }))
  expect(blank).toContain('没有码，交回来不计')
  expect(docxText(surveyDocx({ ...paper, codes: [], isLarge: true }))).toBe(blank)
  expect(docxText(surveyDocx({ ...paper, codes: [], locale: 'en' }))).toContain('Qinglan County wants to know')
})
