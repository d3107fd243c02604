import { expect } from 'vitest'
import type { RecordedRow, ReturnedSheet, RowToRecord } from '../../domain/views/returned-views.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type Send, type TestOffice } from '../office.ts'
import { type GivenOut, giveOut } from '../workbook/given-out.ts'

/** Sends a ledger in that comes back. */
export async function bring(send: Send, bytes: Uint8Array): Promise<string> {
  const answer = await send('/api/returned', {
    method: 'POST',
    body: Buffer.from(bytes),
    headers: { 'x-file-name': encodeURIComponent('隐患台账.xlsx') },
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await bodyOf<{ id: string }>(answer)).id
}

/** What it says beside what is recorded. */
export const merged = async (send: Send, id: string) => bodyOf<ReturnedSheet>(await send(`/api/returned/${id}`))

export const broughtBack = async (send: Send, sheet: GivenOut) => merged(send, await bring(send, sheet.bytes()))

/** Has some of it recorded. */
export const record = async (send: Send, id: string, rows: readonly RowToRecord[]) =>
  bodyOf<RecordedRow[]>(await send(`/api/returned/${id}/record`, json({ reason: '现场核对后更正', rows })))

/** Everything that can be recorded, as of what was seen. */
export const allOf = ({ rows }: ReturnedSheet): RowToRecord[] =>
  rows.flatMap(({ row, matter, cells }) => {
    const fields = cells.flatMap(({ field, fate }) => (fate === 'refused' ? [] : [field]))
    return matter && fields.length > 0 ? [{ row, seenVersion: matter.version, fields }] : []
  })

export const matterOf = async (send: Send, id: string) => bodyOf<MatterView>(await send(`/api/matters/${id}`))

export async function takeStep(send: Send, id: string, name: string, form: object): Promise<void> {
  const { matter } = await matterOf(send, id)
  const answer = await send(`/api/matters/${id}/steps/${name}`, json({ seenVersion: matter.version, form }))
  expect(answer.status, await answer.clone().text()).toBe(200)
}

let lastPlace = 0

/** A hazard on record, at a place of its own. */
export async function recordHazard(clerk: Send, more: object = {}): Promise<{ id: string; place: string }> {
  lastPlace += 1
  const place = `河东路${lastPlace}号`
  const title = `${lastPlace}号楼出口上锁`
  const form = { title, category: 'electric', description: '出口上锁', place, foundOn: '2026-03-01', ...more }
  const opened = await clerk('/api/matters', json({ procedure: 'hazard', channel: 'inspection', form }))
  return { id: (await bodyOf<{ id: string }>(opened)).id, place }
}

/** The rows of these hazards as they are given out to somebody, in this order. */
export async function hazardLedger(office: TestOffice, send: Send, ...ids: readonly string[]): Promise<GivenOut> {
  const sheet = await giveOut(office, send, 'hazard')
  const all = [...sheet.rows]
  const wanted = ids.flatMap((id) => all.filter((row) => String(row.at(-1)).startsWith(id)))
  sheet.rows.splice(0, all.length, ...wanted)
  return sheet
}
