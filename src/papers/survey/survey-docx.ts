import type { Question, SurveyContent } from '../../domain/surveys/survey.ts'
import type { Locale, Text } from '../../domain/wording/text.ts'
import { FONT, paragraph, run } from '../docx/markup.ts'
import { wordPackage } from '../docx/package.ts'
import { codeInGroups, SURVEY_PAPER } from './survey-paper-words.ts'

export type SurveyPaper = {
  readonly content: Pick<SurveyContent, 'title' | 'questions' | 'closesOn' | 'remark'>
  /** Who asks. */
  readonly office: Text
  /** Where it can be answered with the code. */
  readonly address: string
  /** One form for each; none: one form without a code, to be looked at or copied by hand. */
  readonly codes: readonly string[]
  /** Letters half as large again, for whoever sees badly. */
  readonly isLarge: boolean
  readonly locale: Locale
}

/** Half points: 12 point and 18 point. */
const SIZES = { usual: 24, large: 36 } as const
const BOX = '□'

/** Survey forms to be printed, as a .docx: purpose and what is kept, how to answer, the questions, the code; each form begins a page. */
export function surveyDocx(paper: SurveyPaper): Uint8Array {
  const codes = paper.codes.length > 0 ? paper.codes : [undefined]
  return wordPackage(codes.map((code, at) => formXml(paper, code, at > 0)).join(''), [], 0)
}

function formXml(paper: SurveyPaper, code: string | undefined, isNext: boolean): string {
  const { content, office, address, isLarge, locale } = paper
  const size = isLarge ? SIZES.large : SIZES.usual
  const words = SURVEY_PAPER[locale]
  const line = (text: string, look: Parameters<typeof paragraph>[1] = {}) =>
    paragraph(run(text, { size }), { after: 100, ...look })
  const labelled = (label: string, text: string) =>
    paragraph(run(label, { size, font: FONT.heading }) + run(text, { size }), { after: 100 })
  return [
    paragraph(run(content.title, { size: size + 12, font: FONT.title, bold: true }), {
      align: 'center',
      after: 200,
      ...(isNext ? { pageBreak: true } : {}),
    }),
    labelled(words.why, words.purpose(office[locale])),
    labelled(words.kept, words.retention),
    labelled(words.how, words.answering(content.closesOn)),
    ...content.questions.map((question, at) => questionXml(question, at + 1, { locale, line })),
    ...(content.remark
      ? [line(words.remark, { before: 160, keepNext: true }), line('_'.repeat(isLarge ? 30 : 45))]
      : []),
    paragraph(
      run(words.code, { size, font: FONT.heading }) +
        run(code === undefined ? words.noCode : codeInGroups(code), { size: size + 8, bold: true }),
      { before: 240, after: 60 },
    ),
    line(`${words.online}${address}`),
  ].join('')
}

type Lines = {
  readonly locale: Locale
  readonly line: (text: string, look?: Parameters<typeof paragraph>[1]) => string
}

/** A question and its boxes, which stay together on a page. */
function questionXml({ type, text, options }: Question, number: number, { locale, line }: Lines): string {
  const words = SURVEY_PAPER[locale]
  const several = type === 'multiple' ? words.several : ''
  return [
    line(`${number}. ${text[locale] || text.zh}${several}`, { before: 160, keepNext: true }),
    line(options.map((option) => `${BOX} ${option.text[locale] || option.text.zh}`).join('　　'), { left: 1 }),
  ].join('')
}
