import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { replay } from '../../engine/record/evolve.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { addPerson, leavePerson, renamePerson } from '../admin/admin-people.ts'
import { changePost } from '../admin/admin-posts.ts'
import { databaseFor } from '../connection/connect.ts'
import { sequenceLog } from '../transparency/sequence.ts'
import { handleAndFollow } from '../write/follow-up.ts'
import { newId, sha256 } from '../write/ids.ts'
import { eventRows, matterColumns } from '../write/write-rows.ts'
import { asStored } from '../write/write-statement.ts'
import { adoptIntoLog } from './adopt.ts'
import { verifyTenant } from './verify-tenant.ts'

const opening = tinyProcedure.forms['opening']
if (!opening) throw new Error('the tiny procedure has an opening form')

/** With a photo, for the files that a matter holds. */
const procedure: Procedure = {
  ...tinyProcedure,
  forms: {
    ...tinyProcedure.forms,
    opening: {
      ...opening,
      fields: {
        ...opening.fields,
        photos: { kind: 'files', title: text('照片', 'Photos'), max: 9 },
      },
    },
  },
}

let county: TestCounty
let folder: string
let photo: string
const ids = { open: '', closed: '', child: '' }
let kept = ''

const HOST = 'qinglan.example'
const START = '2026-03-02T01:00:00.000Z'
const NEXT_DAY = '2026-03-03T01:00:00.000Z'
const owner = (sql: string, values?: unknown[]) => county.database.owner.query(sql, values)
const db = () => databaseFor(county.deps.pool, TEST_TENANT)

async function open(form: Record<string, unknown>, codeHash?: string): Promise<string> {
  const { matter } = await handleAndFollow(county.deps, {
    actor: actorOf('clerk'),
    command: { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: form as never },
    ...(codeHash ? { codeHash } : {}),
  })
  return matter.id
}
const take = (post: string, matterId: string, step: string, form: Record<string, string> = {}) =>
  handleAndFollow(county.deps, { actor: actorOf(post), matterId, command: { type: 'TakeStep', step, form } })
const act = (at: string) => ({
  tenant: TEST_TENANT,
  personId: 'command-line',
  personName: '命令行',
  postId: 'command-line',
  reason: '试验',
  at,
  changeId: newId(Date.parse(at)),
})
const sequence = () => sequenceLog(county.deps, TEST_TENANT, HOST)
const verify = (checkpoints: readonly string[] = []) =>
  verifyTenant(county.deps, TEST_TENANT, () => {}, { checkpoints, filesFolder: folder })
/** What verification finds, as words. */
async function faults(checkpoints: readonly string[] = []): Promise<string[]> {
  const { examples, beside } = await verify(checkpoints)
  return [...examples.map(({ fault }) => fault.rule), ...beside.map(({ rule }) => rule)]
}

/** Tables that the tests tamper with; the owner puts them back, keys and all. */
const TABLES = [
  ...[
    'matters',
    'matter_events',
    'matter_keys',
    'matter_links',
    'deadlines',
    'counters',
    'jobs',
    'commands',
    'reporter_vault',
  ],
  ...['report_codes', 'admin_changes', 'posts', 'people', 'units', 'tenants', 'files'],
  ...['log_state', 'log_entries', 'log_tiles', 'log_checkpoints', 'log_pending'],
]
async function putBack(): Promise<void> {
  const tables = TABLES.map((table) => `delete from ${table}; insert into ${table} select * from saved.${table};`)
  await owner(`begin; set local session_replication_role = replica; ${tables.join('\n')} commit`)
  county.deps.rulebooks.forget(TEST_TENANT)
}

beforeAll(async () => {
  county = await testCounty([procedure])
  folder = await mkdtemp(join(tmpdir(), 'anlan-tampering-'))
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
  const file = { sha256: sha256(bytes), name: '照片.pdf', type: 'application/pdf', size: bytes.length }
  photo = join(folder, TEST_TENANT, file.sha256.slice(0, 2), file.sha256)
  ids.open = await open({ title: '路灯不亮', photos: [file] }, '0'.repeat(64))
  await owner(
    'insert into files (tenant, sha256, type, size, stored_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [TEST_TENANT, file.sha256, file.type, file.size, START],
  )
  await mkdir(join(photo, '..'), { recursive: true })
  await writeFile(photo, bytes)
  await sequence()
  await take('clerk', ids.open, 'note', { done: '看过' })
  ids.closed = await open({ title: '井盖缺失', phone: '13800000000', reporter: '赵某' })
  await take('handler', ids.closed, 'handle', { done: '补上了' })
  await take('verifier', ids.closed, 'close')
  const parent = await open({ title: '要转出' })
  ids.child = (await take('handler', parent, 'split')).opened[0]?.id ?? ''
  await addPerson(db(), act(START), { id: 'p-new', name: '孙虚构', userId: 'account-new' })
  await renamePerson(db(), act(START), 'p-new', '孙改名')
  await changePost(db(), act(START), 'dongpu-clerk', { roles: ['clerk'] })
  await sequence()
  county.setNow(NEXT_DAY)
  await take('clerk', ids.open, 'note', { done: '又看过' })
  await leavePerson(db(), act(NEXT_DAY), 'p-new')
  await sequence()
  kept = (await owner('select note from log_checkpoints order by size desc limit 1')).rows[0].note
  await owner('create schema saved')
  for (const table of TABLES) await owner(`create table saved.${table} as select * from ${table}`)
})
afterAll(async () => {
  await county?.dispose()
  await rm(folder, { recursive: true, force: true })
})
afterEach(putBack)

/** A SQL statement per line; `open`, `closed` and `child` stand for the matters. */
async function tamper(...statements: readonly string[]): Promise<void> {
  for (const statement of statements)
    await owner(statement.replace(/\$(open|closed|child)/g, (_, which: keyof typeof ids) => `'${ids[which]}'`))
  county.deps.rulebooks.forget(TEST_TENANT)
}

/** What somebody with the program and SQL would do: other events, a chain that fits them, the row that follows. */
async function rewrite(
  id: string,
  change: (events: readonly Record<string, unknown>[]) => readonly Record<string, unknown>[],
): Promise<void> {
  const { rows } = await owner('select type, at, event from matter_events where matter_id = $1 order by version', [id])
  const place = { tenant: TEST_TENANT, id }
  const whole = rows.map((row) => wholeEvent(row.event, { ...row, tenant: TEST_TENANT, matterId: id }))
  const events = change(whole) as unknown as readonly MatterEvent[]
  const chained = eventRows(events, place, 0, '')
  await owner('delete from matter_events where matter_id = $1', [id])
  for (const { version, type, at, json, hash } of chained)
    await owner(
      "insert into matter_events (tenant, matter_id, version, type, at, event, hash) values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'))",
      [...[TEST_TENANT, id, version, type, at, json, hash]],
    )
  const matter = replay(events)
  if (!matter) throw new Error('no events')
  const columns = matterColumns(
    matter,
    chained.at(-1)?.hash ?? '',
    procedure,
    await county.deps.rulebooks.of(TEST_TENANT),
  )
  const { id: _, ...own } = columns
  const names = Object.keys(own)
  await owner(
    `update matters set ${names.map((name, at) => `${name} = ${asStored(name, `$${at + 2}`)}`).join(', ')} where id = $1`,
    [id, ...Object.values(own)],
  )
}

describe('verification against the log', () => {
  test('finds nothing where nothing was done, and says how large the log is', async () => {
    const whole = await verify([kept])
    expect(whole).toMatchObject({ broken: 0, examples: [], beside: [], counters: [], log: { waiting: 0 } })
    expect(whole.log?.size).toBeGreaterThan(60)
  })

  test('does not mistake what is on its way into the log', async () => {
    await take('clerk', ids.open, 'note', { done: '再看' })
    const { broken, beside, log } = await verify([kept])
    expect({ broken, beside, waiting: log?.waiting }).toEqual({ broken: 0, beside: [], waiting: 1 })
  })

  test.each<[string, string[], string[]]>([
    [
      'a whole matter removed with all that belongs to it',
      [
        ...['matters', 'matter_events', 'deadlines', 'matter_keys', 'reporter_vault'].map(
          (table) => `delete from ${table} where ${table === 'matters' ? 'id' : 'matter_id'} = $closed`,
        ),
        `update counters set value = value - 1 where procedure = 'tiny' and state_group = 'done'`,
      ],
      ['matter-removed'],
    ],
    [
      'all matters removed',
      [
        'delete from matters',
        'delete from matter_events',
        'delete from deadlines',
        'delete from counters',
        'delete from matter_links',
        'delete from matter_keys',
        'delete from jobs',
        'delete from report_codes',
        'delete from reporter_vault',
      ],
      ['matter-removed', 'row-removed'],
    ],
    ['a code removed', ['delete from report_codes'], ['row-removed']],
    ['a code turned to another matter', ['update report_codes set matter_id = $closed'], ['row-changed']],
    [
      'a record of administration removed',
      ['delete from admin_changes where id = (select id from admin_changes limit 1)'],
      ['row-removed'],
    ],
    [
      'a record of administration rewritten',
      [`update admin_changes set reason = '别的' where what = 'left'`],
      ['row-changed'],
    ],
    [
      'a record of administration invented',
      [
        `insert into admin_changes (tenant, id, at, person_id, post_id, subject, subject_id, what) values ('${TEST_TENANT}', gen_random_uuid(), now(), 'x', 'x', 'post', 'clerk', 'confirmed')`,
      ],
      ['row-not-in-log'],
    ],
    [
      'a role given by SQL',
      [`update posts set roles = roles || '{administrator}' where id = 'clerk'`],
      ['row-changed'],
    ],
    ['a role confirmed by SQL', [`update posts set confirmed_roles = '{auditor}' where id = 'clerk'`], ['row-changed']],
    [
      'a post invented',
      [
        `insert into posts (tenant, id, unit_id, title, roles) values ('${TEST_TENANT}', 'shadow', 'qinglan', '{"zh":"影","en":"Shadow"}', '{administrator}')`,
      ],
      ['row-not-in-log'],
    ],
    ['a signer renamed', [`update people set name = '别人' where id = 'p-new'`], ['row-changed']],
    [
      'an account given to another person',
      [`update people set user_id = 'account-x' where id = 'p-new'`],
      ['row-changed'],
    ],
    ['a unit moved', [`update units set path = '/elsewhere/' || path where id = 'xiatang'`], ['row-changed']],
    ['a setting changed', [`update tenants set settings = '{"x": 1}'`], ['row-changed']],
    ['a clock put to sleep', [`update deadlines set next_at = null where matter_id = $open`], ['deadline-asleep']],
    [
      'a clock put off for years',
      [`update deadlines set next_at = '2099-01-01' where matter_id = $open`],
      ['deadline-asleep'],
    ],
    [
      'the path of the responsible unit moved',
      [`update matters set unit_path = '/' where id = $open`],
      ['column-differs'],
    ],
    [
      'the path of the unit it is about emptied or set',
      [`update matters set about_path = '/qinglan/' where id = $open`],
      ['column-differs'],
    ],
    ['a worklist emptied', [`update matters set waits_for = '{}' where id = $open`], ['column-differs']],
    ['a link removed', ['delete from matter_links where from_id = $child or to_id = $child'], ['link-missing']],
    [
      'a link invented',
      [
        `insert into matter_links (tenant, from_id, type, to_id, at) values ('${TEST_TENANT}', $open, 'related', $closed, now())`,
      ],
      ['link-invented'],
    ],
    ['a shred job removed', [`delete from jobs where kind = 'shred-fields'`], ['shred-job-missing']],
    [
      'a shred job put off for years',
      [`update jobs set run_at = '2099-01-01' where kind = 'shred-fields'`],
      ['shred-job-missing'],
    ],
    ['a key removed', ['delete from matter_keys where matter_id = $closed'], ['key-gone']],
    [
      'a key destroyed before its time',
      ['update matter_keys set wrapped_key = null, shredded_at = now() where matter_id = $closed'],
      ['key-gone'],
    ],
    ['the row of a file removed', ['delete from files'], ['file-missing']],
    [
      'the log begun anew with a key of its own',
      ['delete from log_checkpoints', 'delete from log_tiles', 'delete from log_entries', 'delete from log_state'],
      ['log-cut'],
    ],
    ['the end of the log cut off', ['delete from log_entries where index >= 70'], ['log-cut']],
    ['an entry changed', [`update log_entries set commitment = sha256(commitment) where index = 3`], ['log-rewritten']],
    ['an entry taken out of the middle', ['delete from log_entries where index = 10'], ['log-gap']],
    [
      'the signed head exchanged',
      [`update log_checkpoints set note = replace(note, '/tlog/', '/tloG/')`],
      ['head-foreign'],
    ],
  ])('finds %s', async (_, statements, rules) => {
    await tamper(...statements)
    const found = await faults([kept])
    for (const rule of rules) expect(found).toContain(rule)
  })

  test('finds the last events cut off with the row worked out anew', async () => {
    await rewrite(ids.open, (events) => events.slice(0, -1))
    expect(await faults()).toContain('logged-missing')
  })

  test('finds a history rewritten from its first event with chain and row', async () => {
    await rewrite(ids.open, (events) =>
      events.map((event) => ({ ...event, form: { ...(event['form'] as object), title: '没有的事' } })),
    )
    expect(await faults()).toContain('log-differs')
  })

  test('finds a history backdated as a whole', async () => {
    await rewrite(ids.open, (events) =>
      events.map((event) => ({ ...event, at: String(event['at']).replace('2026', '2025') })),
    )
    expect((await faults()).length).toBeGreaterThan(0)
  })

  test('finds a matter invented without the log', async () => {
    await open({ title: '编出来的' })
    await owner('delete from log_pending')
    expect(await faults()).toContain('not-in-log')
  })

  test('finds a matter invented with a past, though it went through the log', async () => {
    county.setNow('2026-03-01T00:00:00.000Z')
    await open({ title: '补出来的' })
    county.setNow(NEXT_DAY)
    await sequence()
    expect(await faults()).toContain('backdated')
  })

  test('takes in what is not in the log only on record, with a reason', async () => {
    await open({ title: '旧版本写的' })
    await owner('delete from log_pending')
    expect(await adoptIntoLog(county.deps, act(NEXT_DAY), HOST)).toBe(1)
    expect(await faults([kept])).toEqual([])
    expect((await owner(`select reason from admin_changes where subject_id = 'transparencyLog'`)).rows).toEqual([
      { reason: '试验' },
    ])
  })

  test('finds changed and missing bytes of a file', async () => {
    await writeFile(photo, 'changed')
    expect(await faults()).toEqual(['file-changed'])
    await rm(photo)
    expect(await faults()).toEqual(['file-missing'])
  })

  test('finds a log that was rewritten whole by whoever has its key, against a head kept outside', async () => {
    await owner(
      "delete from log_checkpoints; delete from log_tiles; delete from log_entries; update log_state set size = 0, peaks = '', begun_after = '00000000-0000-0000-0000-000000000000'",
    )
    await tamper('delete from matters where id = $child', 'delete from matter_events where matter_id = $child')
    await open({ title: '新的' })
    await sequence()
    expect(await faults()).not.toContain('log-rewritten')
    expect((await faults([kept])).filter((rule) => rule === 'log-rewritten' || rule === 'log-cut')).toHaveLength(1)
  })
})
