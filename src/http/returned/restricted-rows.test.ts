import { expect, test } from 'vitest'
import type { ReturnedSheet } from '../../domain/views/returned-views.ts'
import { bodyOf, json, testOffice } from '../../testing/office.ts'
import { giveOut } from '../../testing/workbook/given-out.ts'

test('of a restricted matter nobody learns by guessing what it holds', async () => {
  const office = await testOffice()
  try {
    const handler = await office.as('handler')
    const clerk = await office.as('clerk')
    const form = {
      title: '3号楼出口上锁',
      category: 'electric',
      description: '出口上锁',
      place: '河东路3号',
      foundOn: '2026-03-01',
    }
    const opening = { procedure: 'hazard', channel: 'inspection', form }
    const { id } = await bodyOf<{ id: string }>(await clerk('/api/matters', json(opening)))
    const sheet = await giveOut(office, handler, 'hazard')
    await office.county.database.owner.query(
      `update matters set matter = matter || '{"group":"done","restrictions":[{"order":"restrict","orderedBy":"x"}]}' where id = $1`,
      [id],
    )
    const told = async (guess: string) => {
      sheet.put(0, '地址', guess)
      const sent = await handler('/api/returned', {
        method: 'POST',
        body: Buffer.from(sheet.bytes()),
        headers: { 'x-file-name': encodeURIComponent('隐患台账.xlsx') },
      })
      const { id: upload } = await bodyOf<{ id: string }>(sent)
      const { rows, unchanged } = await bodyOf<ReturnedSheet>(await handler(`/api/returned/${upload}`))
      return { rows, unchanged }
    }
    const right = await told('河东路3号')
    expect(right.rows[0]?.refused?.zh).toContain('限制处理')
    expect(await told('猜的地方')).toEqual(right)
  } finally {
    await office.dispose()
  }
})
