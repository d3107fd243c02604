import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { OfficeStanding } from '../../domain/unit/unit.ts'
import type { CrossingDeps } from '../../storage/crossing/send-matter.ts'
import { createFileStore } from '../../storage/files/files.ts'
import { handleAndFollow } from '../../storage/write/follow-up.ts'
import { plantCounty, type TestCounty, testCounty } from '../county.ts'
import { actorOf, TEST_TENANT } from '../people.ts'
import { crossingProcedure } from './crossing-procedure.ts'

export const CITY = 'yunchuan'
export const NEIGHBOUR = 'donghe'

/** A county, the city above it and a neighbour in one database, agreed with each other, with a file store. */
export type TwoOffices = TestCounty & {
  readonly deps: CrossingDeps
  readonly dispose: () => Promise<void>
  readonly tie: (tenant: string, other: string, change: Readonly<Record<string, unknown>>) => Promise<void>
}

export async function twoOffices(procedures: readonly Procedure[] = [crossingProcedure]): Promise<TwoOffices> {
  const county = await testCounty(procedures)
  const folder = await mkdtemp(join(tmpdir(), 'anlan-crossing-'))
  const { owner, app } = county.database
  for (const tenant of [CITY, NEIGHBOUR]) await plantCounty(county.database, tenant)
  const add = (tenant: string, other: string, stands: OfficeStanding, name: string) =>
    owner.query(
      `insert into office_ties (tenant, other, stands, name, intake, call, takes_in, set_at, set_because, agreed_at, agreed_by, other_agreed_at)
       values ($1, $2, $3, $4, $5, '0570-1234567', 'centre', $6, '试验', $6, '钱虚拟', $6)`,
      [tenant, other, stands, { zh: name, en: other }, { zh: '综治中心', en: 'Centre' }, '2026-01-01T00:00:00Z'],
    )
  await add(TEST_TENANT, CITY, 'above', '云川市')
  await add(CITY, TEST_TENANT, 'below', '清澜县')
  await add(TEST_TENANT, NEIGHBOUR, 'beside', '东河县')
  await add(NEIGHBOUR, TEST_TENANT, 'beside', '清澜县')
  return {
    ...county,
    deps: { ...county.deps, files: createFileStore(app, folder) },
    dispose: async () => {
      await county.dispose()
      await rm(folder, { recursive: true, force: true })
    },
    tie: async (tenant, other, change) => {
      for (const [column, value] of Object.entries(change))
        await owner.query(`update office_ties set ${column} = $3 where tenant = $1 and other = $2`, [
          tenant,
          other,
          value,
        ])
      county.deps.rulebooks.forget(tenant)
    },
  }
}

/** Somebody of one of the offices; all are staffed alike. */
export const at = (tenant: string, post: string): Actor => ({ ...actorOf(post), tenant })

/** A step of somebody; with a key, when a client would try again. */
export const takeStep = async (
  deps: CrossingDeps,
  actor: Actor,
  { id }: Pick<Matter, 'id'>,
  step: string,
  form: FormValues = {},
  key?: string,
): Promise<Matter> =>
  (
    await handleAndFollow(deps, {
      actor,
      matterId: id,
      ...(key ? { key } : {}),
      command: { type: 'TakeStep', step, ...(Object.keys(form).length > 0 ? { form } : {}) },
    })
  ).matter

/** Every matter of an office, as its owner sees it. */
export const mattersOf = async ({ database }: Pick<TestCounty, 'database'>, tenant: string): Promise<Matter[]> =>
  (await database.owner.query('select matter from matters where tenant = $1 order by id', [tenant])).rows.map(
    ({ matter }) => matter,
  )

/** A matter of an office, by its own id or by that of the one it came from. */
export const matterOf = async (
  { database }: Pick<TestCounty, 'database'>,
  tenant: string,
  id: string,
): Promise<Matter | undefined> =>
  (
    await database.owner.query(
      `select matter from matters where tenant = $1 and (id = $2::uuid or ((matter -> 'sent') is not null or (matter -> 'cameFrom') is not null) and matter #>> '{cameFrom,matterId}' = $2::text) order by id desc limit 1`,
      [tenant, id],
    )
  ).rows[0]?.matter
