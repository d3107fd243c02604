import { type Send, takeSheet } from '../office.ts'
import { workbookFile } from './workbook-file.ts'

/** Sends a form for a ledger, looks at it, takes the ledger in it and takes it away: what the office answered each time. */
export async function tryLedgerForm(send: Send, procedure: string): Promise<number[]> {
  const path = `/api/ledger-forms?procedure=${procedure}`
  const book = workbookFile([{ name: '台账', rows: [['编号', '登记日期', '责任单位']] }])
  const body = book as Uint8Array<ArrayBuffer>
  const answers = [
    await send(path, { method: 'POST', body, headers: { 'x-file-name': 'form.xlsx' } }),
    await send(path),
    await takeSheet(send, procedure, 'form'),
    await send(path, { method: 'DELETE' }),
  ]
  return answers.map(({ status }) => status)
}
