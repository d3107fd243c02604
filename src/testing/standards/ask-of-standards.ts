import { expect } from 'vitest'
import { bodyOf, json, type Send } from '../office.ts'

/** Asks every door of feeds and client keys once. */
export async function askOfStandards(clerk: Send, admin: Send) {
  const made = await admin('/api/admin/client-keys', json({ name: '便民App', reason: '接入' }))
  const { id } = await bodyOf<{ id: string }>(made)
  expect((await admin('/api/admin/client-keys')).ok).toBe(true)
  expect((await admin(`/api/admin/client-keys/${id}/revoke`, json({ reason: '停用' }))).ok).toBe(true)
  expect((await clerk('/api/calendar')).ok).toBe(true)
  expect((await clerk('/api/calendar', json({}))).ok).toBe(true)
  expect((await clerk('/api/calendar', { method: 'DELETE' })).ok).toBe(true)
}
