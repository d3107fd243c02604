import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.dispose())

/** Tables that belong to no tenant: the migration list, and the keys of the installation. Accounts live in the schema `auth`. */
const WITHOUT_TENANT = ['migrations', 'wrapping_keys']

const rows = async <T>(sql: string) => (await database.owner.query(sql)).rows as T[]

describe('ready for a province: the catalogue says', () => {
  test('every table has the tenant as its first column', async () => {
    const found = await rows<{ table: string; first: string }>(
      `select c.relname as table, a.attname as first from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
       where n.nspname = 'public' and c.relkind = 'r'`,
    )
    expect(found.length).toBeGreaterThan(15)
    expect(found.filter(({ table, first }) => first !== 'tenant' && !WITHOUT_TENANT.includes(table))).toEqual([])
  })

  test('every primary key, unique index and foreign key begins with the tenant', async () => {
    const keys = await rows<{ name: string; first: string; table: string }>(
      `select i.indexrelid::regclass::text as name, a.attname as first, c.relname as table from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where n.nspname = 'public' and i.indisunique
       union all select k.conname, a.attname, c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] where n.nspname = 'public' and k.contype = 'f'`,
    )
    expect(keys.length).toBeGreaterThan(25)
    expect(keys.filter(({ first, table }) => first !== 'tenant' && !WITHOUT_TENANT.includes(table))).toEqual([])
  })

  test('there are no triggers and no functions of ours that must fire', async () => {
    expect(await rows(`select tgname from pg_trigger where not tgisinternal`)).toEqual([])
    expect(
      await rows(
        `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace left join pg_depend d on d.objid = p.oid and d.deptype = 'e'
         where n.nspname in ('public', 'auth') and d.objid is null`,
      ),
    ).toEqual([])
  })

  test('every table with tenants is behind row-level security, and the application cannot change or remove what happened', async () => {
    expect(
      await rows(
        `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and not c.relrowsecurity and c.relname not in ('migrations')`,
      ),
    ).toEqual([])
    expect(
      await rows(
        `select table_name, privilege_type from information_schema.role_table_grants where grantee = 'anlan_app' and table_schema = 'public'
         and (privilege_type in ('TRUNCATE', 'TRIGGER') or (privilege_type in ('UPDATE', 'DELETE') and table_name in ('matter_events', 'report_codes', 'readings', 'log_entries', 'log_checkpoints', 'log_cosignatures')) or (privilege_type = 'UPDATE' and table_name = 'matter_links') or (privilege_type = 'DELETE' and table_name = 'matters'))`,
      ),
    ).toEqual([])
  })

  test('nothing is kept about persons across matters: no table but people and posts names one, and officials only stand there', async () => {
    const found = await rows<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'
       and column_name ~ '(person|phone|id_card|birth|ethnic|religio|belief|opinion|score|watch)'`,
    )
    const officials = ['person_id', 'person_name', 'confirmed_person_id']
    const tables = [
      'posts',
      'saved_views',
      'admin_changes',
      'security_events',
      'readings',
      'notice_preferences',
      'answer_texts',
      'calendar_addresses',
      'alerts',
      'ledger_uploads',
      'import_batches',
      'factor_resets',
    ]
    expect(found.filter(({ table, column }) => !(officials.includes(column) && tables.includes(table)))).toEqual([])
  })
})
