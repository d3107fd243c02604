import { parentPort } from 'node:worker_threads'
import { read, set_cptable, write } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { ConversionFault } from './convert.ts'

/** The thread's side of `convertOldWorkbook`: an old workbook in, the same cells as .xlsx out. Formulas, links, macros and pictures stay behind. */
parentPort?.once('message', (given: Uint8Array) => {
  // Workbooks before Excel 97 say their text in the code page of their country.
  set_cptable(codePages)
  try {
    const workbook = read(given, { cellFormula: false, cellHTML: false, cellText: false, cellNF: true })
    const bytes = write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Uint8Array
    const own = new Uint8Array(bytes)
    parentPort?.postMessage({ bytes: own }, [own.buffer])
  } catch (cause) {
    const fault: ConversionFault = /password|encryption/i.test((cause as Error).message) ? 'encrypted' : 'damaged'
    parentPort?.postMessage({ fault })
  }
})
