import { expect } from 'vitest'
import { bodyOf, json, type Send } from '../office.ts'

/** Every act on papers and letterheads, once. */
export async function askTemplates(admin: Send): Promise<void> {
  const at = '/api/admin/papers'
  const well = async (path: string, init?: RequestInit) => {
    const answer = await admin(path, init)
    expect(answer.ok, path).toBe(true)
    return answer
  }
  const put = (path: string, body: object) => well(path, { ...json({ reason: '日常管理', ...body }), method: 'PUT' })
  const [paper] = await bodyOf<{ id: string }[]>(await well(at))
  const own = `${at}/${paper?.id}`
  for (const path of ['', '/preview']) await well(own + path)
  const bytes = Buffer.from(await (await well(`${own}/template`)).arrayBuffer())
  await well(`${own}/templates`, json({ reason: '日常管理', name: '本县模板', template: bytes.toString('base64') }))
  await put(`${own}/choice`, { version: 1 })
  await put('/api/admin/letterheads', { unitId: 'dongpu', letters: '东政', red: false })
  await well('/api/admin/letterheads')
}
