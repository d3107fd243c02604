import { readFile } from 'node:fs/promises'
import { bodyOf, json, type Send } from '../office.ts'

type Named = { readonly id: string; readonly sha256: string }

/** Every door of returns once: a form is kept, mapped, filled for a month, checked, signed, taken, and used no more. */
export async function askOfReturns(clerk: Send, leader: Send, month: string): Promise<void> {
  const well = async (answer: Response) => {
    if (!answer.ok) throw new Error(await answer.text())
    return answer
  }
  const body = await readFile(new URL('../../../examples/returns/02-all-kinds.xlsx', import.meta.url))
  const headers = { 'x-file-name': 'form.xlsx' }
  const { sha256 } = await bodyOf<Named>(await well(await clerk('/api/files', { method: 'POST', body, headers })))
  const file = { sha256, name: 'form.xlsx' }
  const form = { name: '治理月报', superior: { name: '云川市综治中心' }, cycle: 'month', dueDay: 5, file }
  const { id } = await bodyOf<Named>(await well(await clerk('/api/returns', json(form))))
  const { cells, blank } = await bodyOf<{ cells: object[]; blank: { sheet: string } }>(
    await well(await clerk(`/api/returns/${id}`)),
  )
  const mapping = { ...json({ seenVersion: 0, sheet: blank.sheet, cells }), method: 'PUT' }
  await well(await clerk(`/api/returns/${id}/mapping`, mapping))
  const { id: fill } = await bodyOf<Named>(await well(await clerk(`/api/returns/${id}/fills`, json({ period: month }))))
  const at = `/api/returns/fills/${fill}`
  await well(await clerk(`${at}/typed`, { ...json({ cells: [{ cell: 'B9', text: '无' }] }), method: 'PUT' }))
  await well(await clerk(`${at}/check`, { method: 'POST' }))
  await well(await leader(`${at}/sign`, { method: 'POST' }))
  for (const path of [at, `${at}/file`, `${at}/cells/B4`, '/api/returns', '/api/returns/due', '/api/returns/burden'])
    await well(await clerk(path))
  const change = { name: '治理情况月报', superior: form.superior, dueDay: 3, mine: true }
  await well(await clerk(`/api/returns/${id}`, { ...json(change), method: 'PUT' }))
  await well(await clerk(`/api/returns/${id}/end`, { method: 'POST' }))
}
