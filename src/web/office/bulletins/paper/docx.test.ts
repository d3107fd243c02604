import PizZip from 'pizzip'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { BulletinView } from '../../../../domain/bulletins/bulletin.ts'
import type { FigureLine, Numbers } from '../../../../domain/bulletins/figures.ts'
import { outlineOf } from '../../../../domain/bulletins/outlines.ts'
import { periodOf, spansOf } from '../../../../domain/bulletins/period.ts'
import { text } from '../../../../domain/wording/text.ts'
import { docxText } from '../../../../testing/papers/docx-text.ts'
import { bulletinsEn } from '../../../words/bulletins/bulletins.en.ts'
import { bulletinsZh } from '../../../words/bulletins/bulletins.zh.ts'
import { docxOf } from './docx.ts'
import { paperOf } from './paper.ts'
import type { Naming, Picture } from './paper-model.ts'

const ODD = '<w:p/> & "二" {office} \u0000\u0008'
const DOT = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'),
)
const period = periodOf('month', '2026-03-01')
const numbers: Numbers = { opened: 31, closed: 20, onTime: 12, late: 8, returned: 'few', open: 11, overdue: 'hidden' }
const line = (key: string): FigureLine => ({ key, now: numbers, before: numbers, year: numbers })
const figures: BulletinView['figures'] = {
  exact: false,
  countedAt: '2026-04-02T01:00:00.000Z',
  spans: spansOf(period, '2026-04-02T01:00:00.000Z'),
  all: line(''),
  units: [line('qinglan'), line('dongpu')],
  kinds: [line('report')],
  categories: [line('report/facility'), line('report/')],
  months: Array.from({ length: 13 }, (_, at) => ({
    month: `2025-${String(at + 1).padStart(2, '0')}`,
    opened: at === 3 ? 'few' : 10 + at,
    closed: 9,
  })),
  longest: [{ key: 'dongpu', days: 12 }],
  words: {
    units: {
      sentence: text('2个单位里，1个明显低于全县：东浦镇。', 'Of 2 units: 1 clearly below.'),
      each: [
        { key: 'qinglan', word: text('与全县水平无法区分', 'alike') },
        { key: 'dongpu', word: text('明显低于全县，值得去看', 'clearly below') },
      ],
    },
  },
}
const view: BulletinView = {
  id: '01a225f6-cd85-799a-895e-f4186081ae5d',
  kind: 'circular',
  title: `三月通报${ODD}`,
  unitId: 'qinglan',
  period,
  state: 'issued',
  year: 2026,
  number: 3,
  changed: { at: '2026-04-02T01:00:00.000Z', personName: '吴范本', postId: 'triage' },
  corrects: { id: '01a225f6-cd85-799a-895e-f4186081ae5e', kind: 'circular', year: 2026, number: 2 },
  version: 4,
  scope: { unitId: 'qinglan', kinds: ['report'] },
  blocks: [],
  figures,
  may: [],
}
const naming = (locale: 'zh' | 'en'): Naming => ({
  words: locale === 'zh' ? bulletinsZh : bulletinsEn,
  locale,
  unit: (id) => ({ qinglan: '清澜县', dongpu: '东浦镇' })[id] ?? id,
  office: () => '清澜县综治中心',
  kind: () => '诉求',
  category: () => '设施',
  address: 'https://anlan.example/bulletins/1',
})
const blocks = outlineOf('circular', 'zh').map((block) =>
  block.kind === 'text'
    ? { ...block, text: `第一段\n${ODD}` }
    : block.kind === 'cases'
      ? { ...block, cases: [{ title: '路灯', text: ODD }] }
      : block,
)
const made = (locale: 'zh' | 'en') => {
  const paper = paperOf(view, blocks, figures, naming(locale))
  const pictures = paper.sections.flatMap(({ parts }) =>
    parts.filter((part): part is Picture => part.kind === 'picture'),
  )
  return {
    paper,
    pictures,
    docx: docxOf(
      paper,
      pictures.map(({ name }) => ({ name, png: DOT })),
      DOT,
      naming(locale).words,
    ),
  }
}

test('a bulletin in Word has head, number, figures, what it puts right, seal place and the meaning of each figure', () => {
  const said = docxText(made('zh').docx)
  for (const words of [
    '清澜县综治中心',
    '通报〔2026〕3号',
    '本期更正通报〔2026〕2号',
    '一、总体情况',
    '本期新收31件',
    '明显低于全县，值得去看',
    '12',
    '（印章）',
    '［3］按期办结',
    'https://anlan.example/bulletins/1',
  ])
    expect(said).toContain(words)
  expect(said).not.toMatch(/undefined|null|NaN|\[object/)
  expect(docxText(made('en').docx)).toContain('1. 总体情况')
})

test('every part of it is well-formed, whatever was written, and each picture says what it shows', () => {
  const { docx, pictures } = made('zh')
  const zip = new PizZip(docx)
  for (const name of Object.keys(zip.files).filter((each) => /\.(xml|rels)$/.test(each))) {
    const parser = new SaxesParser()
    parser.on('error', (cause) => {
      throw new Error(`${name}: ${cause.message}`)
    })
    parser.write(zip.file(name)?.asText() ?? '').close()
  }
  const xml = zip.file('word/document.xml')?.asText() ?? ''
  expect(pictures).toHaveLength(1)
  expect(xml).toContain('descr="各单位新收和办结：清澜县本级 31/20; 东浦镇 31/20"')
  for (const { svg } of pictures) {
    const parser = new SaxesParser()
    parser.on('error', (cause) => {
      throw cause
    })
    parser.write(svg).close()
  }
})
