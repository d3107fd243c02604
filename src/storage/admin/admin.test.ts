import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { text } from '../../domain/wording/text.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { databaseFor } from '../connection/connect.ts'
import type { Tables } from '../schema/tables.ts'
import { newId } from '../write/ids.ts'
import { type AdminAct, COMMAND_LINE, listAdminChanges } from './admin-changes.ts'
import { listRejectedRows } from './admin-imports.ts'
import { addPerson, leavePerson, listAdminPeople, renamePerson } from './admin-people.ts'
import { addPost, changePost, closePost, listAdminPosts } from './admin-posts.ts'
import { addUnit, changeUnit, closeUnit, listAdminUnits } from './admin-units.ts'
import { confirmHolder } from './confirmations.ts'

const AT = '2026-09-28T01:12:00.000Z'
const BATCH = '01998d2e-0000-7000-8000-000000000001'
let database: TestDatabase
let db: Kysely<Tables>

let minutes = 0
/** Each act a minute after the one before. */
const act = (reason = '日常管理', who: Partial<AdminAct> = {}): AdminAct => {
  minutes += 1
  const at = new Date(Date.parse(AT) + minutes * 60_000).toISOString()
  return {
    tenant: 'qinglan',
    personId: 'zhou',
    personName: '周示例',
    postId: 'admin',
    reason,
    at,
    changeId: newId(Date.parse(at)),
    ...who,
  }
}

/** Whoever runs the command line on the server needs no second person. */
const COMMAND = { personId: COMMAND_LINE, personName: '命令行' }

beforeAll(async () => {
  database = await testDatabase()
  db = databaseFor(database.app, 'qinglan')
  await database.owner.query(`
    insert into tenants (tenant, name, created_at) values ('qinglan', '{"zh":"清澜县","en":"Qinglan"}', '${AT}'), ('donghe', '{"zh":"东禾县","en":"Donghe"}', '${AT}');
    insert into units (tenant, id, path, kind, name) values ('qinglan', 'county', '/county/', 'county', '{"zh":"清澜县","en":"Qinglan"}'), ('donghe', 'county', '/county/', 'county', '{"zh":"东禾县","en":"Donghe"}');
    insert into units (tenant, id, parent_id, path, kind, name) values ('qinglan', 'dongpu', 'county', '/county/dongpu/', 'township', '{"zh":"东浦镇","en":"Dongpu"}');
    insert into people (tenant, id, name, user_id) values ('qinglan', 'zhou', '周示例', 'account-1'), ('qinglan', 'wang', '王样本', 'account-2'), ('donghe', 'li', '李范例', null);
    insert into posts (tenant, id, unit_id, title, roles, person_id, confirmed_person_id, confirmed_roles) values ('qinglan', 'admin', 'county', '{"zh":"管理岗","en":"Administrator"}', '{administrator}', 'zhou', 'zhou', '{administrator}');
    insert into matters (tenant, id, version, head, matter, reference, procedure, state, state_group, title, channel, unit_id, unit_path, origin_path, owner_post_id, participants, waits_for, terms, opened_at, updated_at)
      values ('qinglan', gen_random_uuid(), 1, decode(repeat('00', 32), 'hex'), '{}', 'YH-2026-0001', 'hazard', 'rectifying', 'open', '老粮站危房', 'window', 'dongpu', '/county/dongpu/', '/county/', 'dongpu-handler', '{}', '{}', '{}', '${AT}', '${AT}');
    insert into import_batches (tenant, id, mapping, source, started_at) values ('qinglan', '${BATCH}', 'ledger', 'ledger.csv', '${AT}');
    insert into rejected_rows (tenant, batch_id, row_number, reason, original)
      select 'qinglan', '${BATCH}', n, '[{"field":"opened","rule":"not-a-date"}]', jsonb_build_object('title', 'row ' || n) from generate_series(3, 9, 3) n;`)
})

afterAll(async () => database.dispose())

const unit = async (id: string) => (await listAdminUnits(db, 'qinglan')).find((one) => one.id === id)

describe('a unit', () => {
  test('is added below another, renamed, and keeps its path', async () => {
    await addUnit(db, act(), { id: 'qingshi', parentId: 'dongpu', kind: 'village', name: text('青石', 'Qingshi') })
    await changeUnit(db, act(), 'qingshi', { name: text('青石村', 'Qingshi village') })
    expect(await unit('qingshi')).toMatchObject({
      path: '/county/dongpu/qingshi/',
      name: { zh: '青石村' },
      parentId: 'dongpu',
    })
  })

  test('does not take the name of its neighbour', async () => {
    const again = { id: 'other', parentId: 'dongpu', kind: 'village', name: text('青石村', 'Another') } as const
    await expect(addUnit(db, act(), again)).rejects.toMatchObject({
      details: { issues: [{ field: 'name.zh', rule: 'taken' }] },
    })
  })

  test('does not hang below one that is not there', async () => {
    const stray = { id: 'stray', parentId: 'nowhere', kind: 'village', name: text('某村', 'Some') } as const
    await expect(addUnit(db, act(), stray)).rejects.toMatchObject({
      details: { issues: [{ field: 'parentId', rule: 'not-a-unit' }] },
    })
  })

  test('stays open while units, posts or matters are in it, and says what', async () => {
    await expect(closeUnit(db, act('合并'), 'dongpu')).rejects.toMatchObject({
      code: 'still-in-use',
      details: { units: 1, posts: 0, matters: 1 },
    })
    expect(await unit('dongpu')).not.toHaveProperty('closedAt')
  })

  test('that is empty is closed for a reason, and the reason is written down', async () => {
    const closing = act('并入下塘村')
    await closeUnit(db, closing, 'qingshi')
    expect(await unit('qingshi')).toMatchObject({ closedAt: closing.at })
    expect(await listAdminChanges(db, 'qinglan', 1)).toMatchObject([
      { personName: '周示例', subject: 'unit', subjectId: 'qingshi', what: 'closed', reason: '并入下塘村' },
    ])
  })

  test('of another tenant is out of reach', async () => {
    expect((await listAdminUnits(db, 'donghe')).length).toBe(0)
    await expect(changeUnit(db, act(), 'donghe-county', { name: text('别县', 'Other') })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a post', () => {
  test('is added with its holder, and its holder changes while its matters stay', async () => {
    await addPost(db, act(), {
      id: 'dongpu-handler',
      unitId: 'dongpu',
      title: text('承办岗', 'Handler'),
      roles: ['handler'],
      personId: 'wang',
    })
    await changePost(db, act(), 'dongpu-handler', { personId: null })
    const post = (await listAdminPosts(db, 'qinglan')).find(({ id }) => id === 'dongpu-handler')
    expect(post).toMatchObject({ unitId: 'dongpu', roles: ['handler'], openMatters: 1 })
    expect(post).not.toHaveProperty('personId')
  })

  test('that owns open matters is not closed', async () => {
    await expect(closePost(db, act('撤岗'), 'dongpu-handler')).rejects.toMatchObject({
      code: 'still-in-use',
      details: { matters: 1 },
    })
  })

  test('goes to nobody who is not here', async () => {
    await expect(changePost(db, act(), 'dongpu-handler', { personId: 'li' })).rejects.toMatchObject({
      details: { issues: [{ field: 'personId', rule: 'not-an-option' }] },
    })
  })
})

describe('the last administrator', () => {
  const refused = { code: 'still-in-use', details: { lastAdministrator: true } }

  test('cannot leave, lose the post or give up the role, and nothing changes', async () => {
    await expect(leavePerson(db, act('调走'), 'zhou')).rejects.toMatchObject(refused)
    await expect(changePost(db, act(), 'admin', { personId: null })).rejects.toMatchObject(refused)
    await expect(changePost(db, act(), 'admin', { roles: ['clerk'] })).rejects.toMatchObject(refused)
    await expect(closePost(db, act('撤岗'), 'admin')).rejects.toMatchObject(refused)
    expect((await listAdminPosts(db, 'qinglan')).find(({ id }) => id === 'admin')).toMatchObject({
      personId: 'zhou',
      roles: ['administrator'],
    })
  })

  test('may leave once there is another, confirmed; the posts are vacant then', async () => {
    await addPost(db, act(), {
      id: 'admin-2',
      unitId: 'county',
      title: text('管理岗', 'Administrator'),
      roles: ['administrator'],
      personId: 'wang',
    })
    await expect(leavePerson(db, act('调走'), 'zhou')).rejects.toMatchObject(refused)
    await confirmHolder(db, act('核实过', COMMAND), { postId: 'admin-2', personId: 'wang' })
    const leaving = act('调走')
    await leavePerson(db, leaving, 'zhou')
    const people = await listAdminPeople(db, 'qinglan')
    expect(people.find(({ id }) => id === 'zhou')).toMatchObject({ leftAt: leaving.at, postIds: [] })
  })
})

test('two administrators who step down at once do not both succeed', async () => {
  await addPerson(db, act(), { id: 'sun', name: '孙示范', userId: 'account-3' })
  await addPost(db, act('调来', COMMAND), {
    id: 'admin-3',
    unitId: 'county',
    title: text('管理岗', 'Administrator'),
    roles: ['administrator'],
    personId: 'sun',
  })
  const results = await Promise.allSettled([leavePerson(db, act('调走'), 'sun'), leavePerson(db, act('调走'), 'wang')])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the record keeps the name that somebody had when it was done', async () => {
  await renamePerson(db, act('更正姓名'), 'zhou', '周范例').catch(() => undefined)
  await database.owner.query(`update people set name = '周改名' where id = 'zhou'`)
  const names = (await listAdminChanges(db, 'qinglan', 100)).map(({ personName, reason }) => ({ personName, reason }))
  expect(names).not.toContainEqual(expect.objectContaining({ personName: '周改名' }))
  expect(names.every(({ personName, reason }) => personName && reason)).toBe(true)
})

test('a person is renamed everywhere, and not after leaving', async () => {
  await expect(renamePerson(db, act(), 'zhou', '周样本')).rejects.toMatchObject({ code: 'not-found' })
})

test('rejected rows come page by page in the order of the file', async () => {
  const place = { tenant: 'qinglan', batchId: BATCH, limit: 2 }
  const first = await listRejectedRows(db, { ...place, after: 0 })
  expect(first.rows.map(({ row }) => row)).toEqual([3, 6])
  expect(await listRejectedRows(db, { ...place, after: first.next ?? 0 })).toEqual({
    rows: [{ row: 9, issues: [{ field: 'opened', rule: 'not-a-date' }], original: { title: 'row 9' } }],
  })
})
