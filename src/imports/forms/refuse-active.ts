import { readWhole } from '../../exchange/workbook/read-xml.ts'
import { CALLS_OUT, plainRows } from '../../exchange/workbook/sheet-rows.ts'
import { openWorkbook, relations } from '../../exchange/workbook/workbook.ts'
import { workbookFault } from '../../exchange/workbook/workbook-fault.ts'

/** What runs, or is filled from elsewhere, when a workbook is opened. */
const ACTIVE = ['vbaProject', 'xlMacrosheet', 'xlIntlMacrosheet', 'dialogsheet', 'connections']

/**
 * Refuses a form that does something by itself: it goes out again to everybody of the unit, with matters in it. Every formula is looked
 * at, those of names as well. @throws AnlanError import-refused
 */
export async function refuseActive(bytes: Uint8Array): Promise<void> {
  const workbook = await openWorkbook(bytes)
  const { parts, main, sheets } = workbook
  try {
    const folder = main.slice(0, main.lastIndexOf('/') + 1)
    const related = await relations(parts, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
    if ([...related.values()].some(({ type }) => ACTIVE.includes(type))) throw workbookFault('calls-out')
    let named: string | undefined
    await readWhole(parts.open(main), {
      open: (tag) => {
        named = tag === 'definedName' ? '' : undefined
      },
      text: (text) => {
        if (named !== undefined) named += text
      },
      close: () => {
        if (named !== undefined && CALLS_OUT.test(named)) throw workbookFault('calls-out')
        named = undefined
      },
    })
    for (const sheet of sheets) for await (const _ of plainRows(workbook, sheet));
  } finally {
    parts.close()
  }
}
