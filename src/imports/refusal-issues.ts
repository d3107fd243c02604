import type { Form } from '../domain/procedure/form.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import type { RowIssue } from '../domain/views/admin-views.ts'
import { errorText } from '../domain/wording/error-text.ts'
import type { AnlanError, Issue } from '../domain/wording/errors.ts'
import { issueText } from '../domain/wording/issue-text.ts'
import { text } from '../domain/wording/text.ts'
import type { ImportMapping } from '../exchange/mapping/import-mapping.ts'
import { quoted } from '../exchange/mapping/kept-cells.ts'
import { unitColumns } from '../exchange/mapping/mapping-columns.ts'
import type { Cells } from '../exchange/mapping/source-value.ts'

/** What the decision said of a case, as issues of its row: by the heading the answer came from, in words people read. */
export function refusalIssues(
  { code, details }: AnlanError,
  mapping: ImportMapping,
  cells: Cells,
  personal: ReadonlySet<string>,
  procedures: readonly Procedure[],
): readonly RowIssue[] {
  const procedure = procedures.filter(({ id }) => id === details['procedure']).at(-1)
  const issues = details['issues'] as readonly Issue[] | undefined
  if (!issues || issues.length === 0) {
    const step = procedure?.steps[String(details['step'])]?.title
    const said = { zh: errorText(code, details, 'zh'), en: errorText(code, details, 'en') }
    const words = step ? text(`“${step.zh}”：${said.zh}`, `${step.en}: ${said.en}`) : said
    return [{ field: String(details['step'] ?? code), rule: 'wrong', said: words }]
  }
  const form = procedure?.forms[String(details['form'])]
  return issues.map((issue) => ({ ...issue, ...origin(issue, form, mapping, cells, personal) }))
}

/** Where an answer came from, and how the form calls it. */
function origin(
  issue: Issue,
  form: Form | undefined,
  mapping: ImportMapping,
  cells: Cells,
  personal: ReadonlySet<string>,
): Partial<RowIssue> {
  const [name = ''] = issue.field.split('.')
  const sources = [mapping.form, ...(mapping.steps ?? []).map((step) => step.form ?? {})]
  const source = sources.map((one) => one[name]).find((one) => one !== undefined)
  const [column] = source === undefined ? [] : unitColumns(source)
  const cell = column === undefined || personal.has(column) ? '' : quoted(cells[column] ?? '')
  const said = { zh: issueText(issue, form, 'zh'), en: issueText(issue, form, 'en') }
  return { ...(column ? { column } : {}), ...(cell ? { cell } : {}), ...(form ? { said } : {}) }
}
