import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testCounty } from '../../testing/county.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { runAnlan } from '../../testing/run-command.ts'

test('anlan funnel --tenant says of each unit what the page says, in the same order, and refuses what is not known', async () => {
  const county = await testCounty()
  const folder = await mkdtemp(join(tmpdir(), 'anlan-funnel-'))
  try {
    const env = {
      DATABASE_URL: county.database.ownerUrl,
      ANLAN_DATA: folder,
      ANLAN_KEY: Buffer.from('k7Qz-funnel-command-test-only-0123').subarray(0, 32).toString('base64'),
    }
    const run = (...more: string[]) => runAnlan(['funnel', '--tenant', TEST_TENANT, '--json', ...more], '', env)
    const said = run('--indicator', 'on-time', '--period', '2026-Q1', '--as-of', '2026-02-01')
    expect([said.status, said.stderr]).toEqual([0, ''])
    const view = JSON.parse(said.stdout)
    expect(view).toMatchObject({
      indicator: { id: 'on-time' },
      period: { name: '2026-Q1' },
      at: '2026-02-01T16:00:00.000Z',
    })
    expect(view.lines.map(({ unitId }: { unitId: string }) => unitId)).toContain('dongpu')
    expect(run('--indicator', 'unknown').status).toBe(2)
  } finally {
    await county.dispose()
    await rm(folder, { recursive: true, force: true })
  }
})
