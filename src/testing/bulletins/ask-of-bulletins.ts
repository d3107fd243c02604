import { expect } from 'vitest'
import { bodyOf, json, type Send } from '../office.ts'

/** Each operation of a bulletin once: begun, written, counted again, signed, issued, put right. */
export async function askOfBulletins(writer: Send, leader: Send) {
  const period = { kind: 'month', from: '2026-02-01', to: '2026-02-28' }
  const scope = { unitId: 'qinglan', kinds: ['hazard'] }
  const { id } = await bodyOf<{ id: string }>(await writer('/api/bulletins', json({ kind: 'monthly', period, scope })))
  const at = `/api/bulletins/${id}`
  expect((await writer('/api/bulletins')).ok).toBe(true)
  const { title, blocks } = await bodyOf<{ title: string; blocks: object[] }>(await writer(at))
  const written = { seenVersion: 1, title, blocks }
  expect((await writer(at, { ...json(written), method: 'PUT' })).ok).toBe(true)
  expect((await writer(`${at}/recount`, json({ seenVersion: 2, period, scope }))).ok).toBe(true)
  for (const path of ['/cases', '/figures/1']) expect((await writer(`${at}${path}`)).ok, path).toBe(true)
  expect((await leader(`${at}/sign`, json({ seenVersion: 3 }))).ok).toBe(true)
  expect((await writer(`${at}/issue`, json({ seenVersion: 4 }))).ok).toBe(true)
  const correction = await bodyOf<{ id: string }>(await writer(`${at}/correct`, json({})))
  expect((await writer(`/api/bulletins/${correction.id}/drop`, json({ seenVersion: 1 }))).ok).toBe(true)
}
