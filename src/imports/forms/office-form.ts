import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { LedgerReading } from '../../domain/views/import-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { WORDS } from '../../exchange/proposal/column-words.ts'
import { type FormColumn, formColumns } from '../../exchange/proposal/form-columns.ts'
import { ledgerColumns } from '../../exchange/proposal/propose-columns.ts'
import { headingsDigest } from '../../exchange/proposal/propose-mapping.ts'
import { findSheetShape } from '../../exchange/table/sheet-shape.ts'
import { type FormPlan, fillForm } from '../../exchange/workbook/fill/fill-form.ts'
import { withoutUnusedTexts } from '../../exchange/workbook/fill/forget-strings.ts'
import { ROW_TAG_HEADING } from '../../exchange/workbook/row-tag.ts'

/** A form as it is to be filled: where its columns stand, what each is filled with, and what tells it by its headings. */
export type ReadForm = {
  readonly plan: FormPlan
  readonly columns: readonly FormColumn[]
  readonly digest: string
}

/** Fewer columns than these are no ledger of that kind. */
const LEAST = 2

/**
 * Reads an office's own form for the ledger of a kind.
 * @param reading how the unit reads a ledger with these headings, where it did
 * @throws AnlanError import-refused with the reason
 */
export async function readForm(
  bytes: Uint8Array,
  procedure: Procedure,
  readingOf: (digest: string) => Promise<LedgerReading | undefined>,
): Promise<ReadForm> {
  const wanted = [...new Set([...procedure.ledger.map(({ title }) => title.zh), ...Object.values(WORDS).flat()])]
  const { workbook, sheet, headings } = await findSheetShape(bytes, wanted)
  workbook.parts.close()
  const names = headings.names.filter((name) => !name.endsWith(ROW_TAG_HEADING))
  const digest = headingsDigest(ledgerColumns(names, []))
  const columns = formColumns(names, procedure, await readingOf(digest))
  const filled = columns.flatMap(({ field }, at) => (field ? [at] : []))
  if (filled.length < LEAST) throw noColumns(procedure)
  const isPair = names.some((name) => name.includes('/'))
  const plan = { sheet: sheet.name, headings: headings.last, isPair, columns: filled, width: names.length, mark: '' }
  return { plan, columns, digest }
}

const noColumns = ({ short }: Procedure) =>
  new AnlanError('import-refused', {
    rule: 'no-columns',
    text: text(
      `这张表里认不出“${short.zh}”台账的列（至少要两列）。表头写成台账里的名字再上传`,
      `No two columns of this sheet are known in the ledger of "${short.en}". Head them as the ledger does, then send it again`,
    ),
  })

/** A form without the rows it came with: what is kept holds nobody's matters. */
export const emptied = async (bytes: Uint8Array, { plan }: ReadForm): Promise<Uint8Array> =>
  withoutUnusedTexts(await fillForm(bytes, plan, []))
