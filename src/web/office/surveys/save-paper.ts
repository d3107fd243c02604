import type { SurveyView } from '../../../domain/surveys/survey-view.ts'
import type { Locale, Text } from '../../../domain/wording/text.ts'
import { piece } from '../../client/piece.ts'

const loadPaper = piece(() => import('../../../papers/survey/survey-docx.ts'))
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Wanted = {
  readonly view: Pick<SurveyView, 'title' | 'content' | 'address'>
  readonly office: Text
  /** None: a blank form. */
  readonly codes: readonly string[]
  readonly isLarge: boolean
  readonly locale: Locale
  readonly name: string
}

/** Hands over the forms as a .docx, made in this browser: the codes go nowhere. */
export async function savePaper({ view, office, codes, isLarge, locale, name }: Wanted): Promise<void> {
  const { surveyDocx } = await loadPaper()
  const { content, address } = view
  const file = surveyDocx({ content, office, address, codes, isLarge, locale })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([file as Uint8Array<ArrayBuffer>], { type: DOCX }))
  link.download = `${name}.docx`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
