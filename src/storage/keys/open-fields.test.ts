import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Field, Form, FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { plantCounty, type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { handleCommand } from '../write/handle.ts'
import { openFields } from './open-fields.ts'

const opening = tinyProcedure.forms['opening'] as Form
const phone = opening.fields['phone'] as Field
/** With a second personal field, so that one could stand in for the other. */
const procedure: Procedure = {
  ...tinyProcedure,
  forms: { ...tinyProcedure.forms, opening: { ...opening, fields: { ...opening.fields, mobile: phone } } },
}

let county: TestCounty
beforeAll(async () => {
  county = await testCounty([procedure])
  await plantCounty(county.database, 'donghe')
})
afterAll(() => county?.dispose())

const report = async (form: FormValues, tenant = TEST_TENANT): Promise<Matter> => {
  const command = { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'qinglan', form } as const
  return (await handleCommand(county.deps, { actor: { ...actorOf('clerk'), tenant }, command })).matter
}
const latest = async ({ tenant, id }: Matter): Promise<Matter> =>
  (await county.database.owner.query('select matter from matters where tenant = $1 and id = $2', [tenant, id])).rows[0]
    .matter
const open = async (matter: Matter, ...fields: string[]) =>
  openFields(county.deps, {
    actor: { ...actorOf('clerk'), tenant: matter.tenant },
    matter: await latest(matter),
    fields,
    reason: '回访核实',
  })
const sql = (text: string, values: unknown[] = []) => county.database.owner.query(text, values)
const broken = { code: 'seal-broken' }

describe('a sealed value opens where it was sealed and nowhere else', () => {
  test('phone and reporter open in their own matter', async () => {
    const matter = await report({ title: '井盖缺失', phone: '13800000001', reporter: '张示例' })
    expect(await open(matter, 'phone', 'reporter')).toEqual({ phone: '13800000001', reporter: '张示例' })
  })

  test('a vault entry copied into another matter does not open there', async () => {
    const [mine, theirs] = [await report({ title: '甲', reporter: '张示例' }), await report({ title: '乙' })]
    await sql(
      `insert into reporter_vault select tenant, $2, sealed, wrapped_key, key_id, shredded_at, version from reporter_vault where matter_id = $1`,
      [mine.id, theirs.id],
    )
    await expect(open(theirs, 'reporter')).rejects.toMatchObject(broken)
  })

  test('an entry exchanged for another matter’s does not open, with or without its key', async () => {
    const [mine, theirs] = [
      await report({ title: '甲', reporter: '张示例' }),
      await report({ title: '乙', reporter: '李样本' }),
    ]
    const copy = (columns: string) =>
      sql(
        `update reporter_vault t set (${columns}) = (select ${columns} from reporter_vault where matter_id = $1) where matter_id = $2`,
        [mine.id, theirs.id],
      )
    await copy('sealed, key_id')
    await expect(open(theirs, 'reporter')).rejects.toMatchObject(broken)
    await copy('sealed, wrapped_key, key_id')
    await expect(open(theirs, 'reporter')).rejects.toMatchObject(broken)
  })

  test('an entry copied to another tenant does not open there, even under the same matter id', async () => {
    const mine = await report({ title: '甲', reporter: '张示例', phone: '13800000002' })
    const moved = (await latest(mine)) as Matter
    const away = { ...moved, tenant: 'donghe' }
    await sql(
      `insert into matters select (jsonb_populate_record(m, jsonb_build_object('tenant', 'donghe', 'matter', $2::jsonb))).* from matters m where id = $1`,
      [mine.id, JSON.stringify(away)],
    )
    for (const table of ['reporter_vault', 'matter_keys', 'matter_events'])
      await sql(
        `insert into ${table} select (jsonb_populate_record(t, '{"tenant":"donghe"}')).* from ${table} t where matter_id = $1 and tenant = 'qinglan'`,
        [mine.id],
      )
    await expect(open(away, 'reporter')).rejects.toMatchObject(broken)
    await expect(open(away, 'phone')).rejects.toMatchObject(broken)
  })

  test('a field’s value put into another matter does not open, even together with its key', async () => {
    const [mine, theirs] = [
      await report({ title: '甲', phone: '13800000003' }),
      await report({ title: '乙', phone: '13800000004' }),
    ]
    const phone = JSON.stringify((await latest(mine)).fields['phone'])
    await sql(`update matters set matter = jsonb_set(matter, '{fields,phone}', $2) where id = $1`, [theirs.id, phone])
    await expect(open(theirs, 'phone')).rejects.toMatchObject(broken)
    await sql(
      `update matter_keys set wrapped_key = (select wrapped_key from matter_keys where matter_id = $1) where matter_id = $2`,
      [mine.id, theirs.id],
    )
    await expect(open(theirs, 'phone')).rejects.toMatchObject(broken)
  })

  test('a value does not open under the name of another field', async () => {
    const matter = await report({ title: '甲', phone: '13800000005', mobile: '13800000006' })
    await sql(
      `update matters set matter = jsonb_set(matter, '{fields,mobile}', matter -> 'fields' -> 'phone') where id = $1`,
      [matter.id],
    )
    await expect(open(matter, 'mobile')).rejects.toMatchObject(broken)
  })
})

describe('the reporter vault', () => {
  test('cannot be read by the application’s ordinary role, which sees only that there is something', async () => {
    await report({ title: '甲', reporter: '张示例' })
    for (const what of ['*', 'sealed', 'wrapped_key', 'key_id'])
      await expect(county.database.app.query(`select ${what} from reporter_vault`)).rejects.toMatchObject({
        code: '42501',
      })
    await expect(county.database.app.query('update reporter_vault set sealed = sealed')).rejects.toMatchObject({
      code: '42501',
    })
    await expect(county.database.app.query('delete from reporter_vault')).rejects.toMatchObject({ code: '42501' })
    await expect(county.database.app.query('set role anlan_vault')).rejects.toMatchObject({ code: '42501' })
  })

  test('is read by a role of its own that reads nothing else and changes nothing', async () => {
    const { vault } = county.database
    await expect(vault.query('select * from matters')).rejects.toMatchObject({ code: '42501' })
    await expect(vault.query('select * from matter_keys')).rejects.toMatchObject({ code: '42501' })
    await expect(vault.query('update reporter_vault set sealed = null')).rejects.toMatchObject({ code: '42501' })
    await vault.query(`select set_config('anlan.tenant', 'donghe', false)`)
    const seen = await vault.query(`select tenant from reporter_vault where tenant = 'qinglan'`)
    expect(seen.rows).toEqual([])
  })
})
