import { chmod, cp } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOn } from '../../testing/database.ts'
import { bodyOf, cookiesOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import {
  archiveTo,
  becomes,
  type CopiedServer,
  copyOfServer,
  primaryConninfo,
  removeServer,
  serverFolder,
  startCopy,
} from '../../testing/servers/copied-server.ts'
import { connect, databaseFor, withTenant } from '../connection/connect.ts'
import { openDatabase } from '../connection/open-database.ts'
import { startEmbedded } from '../launcher/start-embedded.ts'
import { verifyTenant } from '../verify/verify-tenant.ts'
import { handleCommand } from '../write/handle.ts'
import { isAtLeast, isPosition, readPosition } from './position.ts'
import { openReplica, type Replica } from './replica.ts'
import { createStanding } from './standing.ts'

const quiet = { log: () => {}, durable: false }
let folders: { primary: string; copy: string; base: string; archive: string }
let primary: Awaited<ReturnType<typeof startEmbedded>>
let copy: CopiedServer
let copied: ReturnType<typeof connect>
let office: TestOffice
let replica: Replica

beforeAll(async () => {
  folders = {
    primary: await serverFolder('primary'),
    copy: await serverFolder('copy'),
    base: await serverFolder('base'),
    archive: await serverFolder('archive'),
  }
  await chmod(folders.archive, 0o777) // whoever the server runs as
  primary = await startEmbedded({ dataDir: folders.primary, ...quiet })
  await archiveTo(primary.ownerUrl, folders.archive)
  await primary.stop()
  primary = await startEmbedded({ dataDir: folders.primary, ...quiet })
  const { url, ownerUrl } = primary
  const migrated = await openDatabase({ databaseUrl: ownerUrl, dataDir: 'unused', max: 1, log: () => {} })
  await migrated.close()
  makeOn({ url, ownerUrl, template: 'anlan' })
  office = await testOffice()
  await copyOfServer(ownerUrl, folders.primary, folders.base)
  await cp(folders.base, folders.copy, { recursive: true, preserveTimestamps: true })
  await becomes(folders.copy, 'standby.signal', { primary_conninfo: await primaryConninfo(folders.primary, ownerUrl) })
  copy = await startCopy(folders.copy)
  copied = connect({ url: copy.at(office.county.database.ownerUrl), max: 1, applicationName: 'anlan test' })
  replica = openReplica(office.deps.pool, { url: copy.at(office.county.database.url), max: 4 })
  Object.assign(office.deps, { replica })
})
afterAll(async () => {
  makeOn(undefined)
  await replica?.close()
  await copied?.end()
  await copy?.stop()
  await office?.dispose()
  await primary?.stop()
  for (const folder of Object.values(folders)) await removeServer(folder)
})

const opening = (title: string) => ({ procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title } })
const openIt = (send: Send, title: string) => send('/api/matters', json(opening(title)))
/** As another server process, which tells this one nothing. */
const openElsewhere = (title: string) =>
  handleCommand(
    { ...office.deps, onCommitted: () => {} },
    { actor: actorOf('clerk'), command: { type: 'OpenMatter', ...opening(title), channel: 'window' } },
  )
const titlesFor = async (send: Send, cookie?: string) => {
  const answer = await send('/api/matters', cookie ? { headers: { cookie } } : {})
  expect(answer.status).toBe(200)
  return (await bodyOf<{ rows: { title: string }[] }>(answer)).rows.map(({ title }) => title).sort()
}
const standStill = () => copied.query('select pg_wal_replay_pause()')
const resume = () => copied.query('select pg_wal_replay_resume()')
/** The copy goes on and has heard of everything. */
const caughtUp = async () => {
  await resume()
  const wanted = await replica.position()
  while (!isAtLeast(await readPosition(copied, 'replayed'), wanted)) {}
}

describe('a list with a streaming copy beside the primary', () => {
  test('comes from the copy, and what the reader wrote is in it though the copy has not heard of it', async () => {
    const clerk = await office.as('clerk')
    await openIt(clerk, '甲')
    await caughtUp()
    expect(await titlesFor(clerk)).toEqual(['甲'])
    await standStill()
    await openElsewhere('乙')
    // A moment old: the copy stands still.
    expect(await titlesFor(clerk)).toEqual(['甲'])
    const cookie = cookiesOf(await openIt(clerk, '丙'))
    expect(cookie).toMatch(/^anlan-seen=/)
    expect(await titlesFor(clerk, cookie)).toEqual(['丙', '乙', '甲'].sort())
    await caughtUp()
    await openElsewhere('丁')
    await caughtUp()
    expect(await titlesFor(clerk, cookie)).toEqual(['丁', '丙', '乙', '甲'].sort())
  })

  test('shows what this process was told of, so that a screen that reads anew is not shown the old list', async () => {
    await caughtUp()
    await standStill()
    await openElsewhere('戊')
    replica.wrote(TEST_TENANT)
    expect(await titlesFor(await office.as('clerk'))).toContain('戊')
    await caughtUp()
    expect(await titlesFor(await office.as('clerk'))).toContain('戊')
  })

  test('no cookie of a stranger breaks anything, and no command is decided by the copy', async () => {
    const clerk = await office.as('clerk')
    for (const seen of ['FFFFFFFF/FFFFFFFF', '0/0', `'; drop table matters`, 'x'.repeat(300)])
      expect(await titlesFor(clerk, `anlan-seen=${encodeURIComponent(seen)}`)).toHaveLength(5)
    expect(isPosition('0/3A12B8C0')).toBe(true)
    await standStill()
    const { id, version } = await bodyOf<{ id: string; version: number }>(await openIt(clerk, '己'))
    const note = json({ seenVersion: version, form: { done: '看过了' } })
    expect((await clerk(`/api/matters/${id}/steps/note`, note)).status).toBe(200)
    expect((await clerk(`/api/matters/${id}`)).status).toBe(200)
    await caughtUp()
  })

  test('a copy that is seconds behind is left out until it has caught up; a quiet primary makes none late', async () => {
    let now = 0
    const standing = createStanding(office.county.database.owner, copied, () => now)
    expect(await standing.isFit()).toBe(true)
    now += 3_600_000
    expect(await standing.isFit()).toBe(true)
    await standStill()
    await openElsewhere('庚')
    now += 2_000
    expect(await standing.isFit()).toBe(true)
    now += 6_000
    expect(await standing.isFit()).toBe(false)
    await caughtUp()
    now += 2_000
    expect(await standing.isFit()).toBe(true)
  })

  test('is answered by the primary when the copy dies, also in the middle of a statement, and nobody sees an error', async () => {
    const clerk = await office.as('clerk')
    const db = await replica.readsOf(TEST_TENANT)
    expect(db).not.toBe(databaseFor(office.deps.pool, TEST_TENANT))
    const reading = Promise.all(Array.from({ length: 12 }, () => titlesFor(clerk)))
    copy.kill()
    await reading
    expect(await titlesFor(clerk)).toHaveLength(7)
    expect(await db.selectFrom('matters').select('id').execute()).toHaveLength(7)
    expect(await replica.isUsed()).toBe(false)
  })
})

describe('a copy and the log that was archived since', () => {
  test('give the database as it was at a moment, whole, without what came after', async () => {
    const { owner, url } = office.county.database
    await openElsewhere('之前')
    const { rows } = await owner.query<{ at: string }>(`select clock_timestamp()::text as at`)
    await openElsewhere('之后')
    await archived(owner)
    await becomes(folders.base, 'recovery.signal', {
      restore_command: `cp ${folders.archive}/%f %p`,
      recovery_target_time: rows[0]?.at ?? '',
      recovery_target_action: 'promote',
      archive_mode: 'off',
      // Nobody reads before it is all there.
      hot_standby: 'off',
    })
    const restored = await startCopy(folders.base)
    const then = connect({ url: restored.at(url), max: 2, applicationName: 'anlan test' })
    try {
      const titles = await withTenant(then, TEST_TENANT, (client) =>
        client.query<{ title: string }>('select title from matters order by title'),
      )
      expect(titles.rows.map(({ title }) => title)).toContain('之前')
      expect(titles.rows.map(({ title }) => title)).not.toContain('之后')
      const { matters, broken, counters } = await verifyTenant({ ...office.deps, pool: then }, TEST_TENANT, () => {})
      expect({ matters, broken, counters }).toEqual({ matters: titles.rowCount, broken: 0, counters: [] })
    } finally {
      await then.end()
      await restored.stop()
    }
  })
})

/** Everything written so far is in the archive. */
async function archived(owner: typeof copied): Promise<void> {
  const wanted = `select pg_walfile_name(pg_switch_wal()) as last`
  const last = (await owner.query<{ last: string }>(wanted)).rows[0]?.last ?? ''
  for (;;) {
    const { rows } = await owner.query<{ last: string | null; failed: string | null }>(
      'select last_archived_wal as last, last_failed_wal as failed from pg_stat_archiver',
    )
    if (rows[0]?.failed) throw new Error(`${rows[0].failed} was not archived`)
    if ((rows[0]?.last ?? '') >= last) return
    await pause(20)
  }
}
