import type { Form } from '../../domain/procedure/form.ts'
import type { Step } from '../../domain/procedure/procedure.ts'
import { errorText } from '../../domain/wording/error-text.ts'
import type { Issue } from '../../domain/wording/errors.ts'
import { issueText } from '../../domain/wording/issue-text.ts'
import { type Locale, type Text, text } from '../../domain/wording/text.ts'
import type { Refusal } from '../../engine/decide/open-steps.ts'

/** Why a cell of a sheet is not recorded, in words that say what to do instead. */

const MOST_STEPS = 4

const inBoth = (say: (locale: Locale) => string): Text => text(say('zh'), say('en'))
const titles = (all: readonly Text[], locale: Locale): string => {
  const names = [...new Set(all.map((title) => title[locale]))]
  const shown = names.slice(0, MOST_STEPS)
  const more = names.length > shown.length
  return locale === 'zh'
    ? shown.map((name) => `“${name}”`).join('') + (more ? '等' : '')
    : shown.map((name) => `“${name}”`).join(', ') + (more ? ' …' : '')
}

/** It was said when the matter was recorded, and no step changes it. */
export const NEVER = text('登记时写定的，没有哪一步改它', 'Said when it was recorded; no step changes it')

/** Steps ask it, and none of them can be taken where the matter stands. */
export const notNow = (steps: readonly Text[]): Text =>
  text(
    `由${titles(steps, 'zh')}填，这件事现在走不到这一步`,
    `${titles(steps, 'en')} asks it; the matter is not at that step now`,
  )

/** Several steps ask it. */
export const choose = (steps: readonly Text[]): Text =>
  text(
    `${titles(steps, 'zh')}都填它，请在事项页选一个办`,
    `${titles(steps, 'en')} all ask it; take the right one on its page`,
  )

export const onItsPage = (step: Text): Text => text(`请在事项页办“${step.zh}”`, `Take “${step.en}” on its page`)

export const refusalIn = ({ title }: Step, { code, details }: Refusal): Text =>
  text(`“${title.zh}”：${errorText(code, details, 'zh')}`, `“${title.en}”: ${errorText(code, details, 'en')}`)

export const issueIn = (form: Form, issue: Issue): Text => inBoth((locale) => issueText(issue, form, locale))

/** The step asks more than the row says. */
export function stillNeeds({ title }: Step, form: Form, issues: readonly Issue[]): Text {
  const missing = issues.filter(({ rule }) => rule === 'required').map(({ field }) => form.fields[field]?.title)
  const named = missing.filter((one): one is Text => one !== undefined)
  const [first] = issues
  if (named.length === 0) return first ? issueIn(form, first) : onItsPage(title)
  return text(
    `“${title.zh}”还要填${titles(named, 'zh')}，请在事项页办`,
    `“${title.en}” also asks ${titles(named, 'en')}; take it on its page`,
  )
}
