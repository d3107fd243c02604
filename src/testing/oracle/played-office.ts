import { factOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { pdf } from '../made-files.ts'
import { bodyOf, type TestOffice, testOffice } from '../office.ts'
import { TEST_TENANT } from '../people.ts'
import { apartProcedure } from '../procedures/apart-procedure.ts'
import { playingProcedure } from '../procedures/playing-procedure.ts'
import { createResident } from '../resident.ts'
import { randomCounty } from './random-county.ts'
import { readStories, type Story } from './story.ts'

export type PlayedOffice = {
  readonly office: TestOffice
  readonly county: ReturnType<typeof randomCounty>
  readonly procedures: readonly Procedure[]
  /** Codes that residents were given. */
  readonly codes: readonly string[]
  readonly stories: () => Promise<Story[]>
  readonly dispose: () => Promise<void>
}

/** How many matters of each kind are opened, and how many turns are played. */
const OPENED = 9
const TURNS = 900
const REPORTS = 4

/**
 * An office with matters of every kind there is, worked on by chance: of the published ones, whichever they are, and of those for
 * tests with hidden answers, names that hide and exercises.
 */
export async function playedOffice(seed: number): Promise<PlayedOffice> {
  const office = await testOffice(undefined, [apartProcedure, playingProcedure])
  const { procedures } = await office.county.deps.rulebooks.of(TEST_TENANT)
  const county = randomCounty({ ...office.county, deps: office.deps }, seed, [await handedIn(office)])
  const codes: string[] = []
  const resident = createResident(office)
  for (let turn = 0; turn < REPORTS; turn += 1) {
    resident.later(200)
    codes.push((await resident.report({ description: `第${turn}处路灯不亮，走夜路看不见。` })).code)
  }
  for (const { matter } of await readStories(office.county)) county.ids.push(matter.id)
  const kinds = [...new Map(procedures.map((procedure) => [procedure.id, procedure])).values()]
  for (const kind of kinds.filter(({ record }) => record)) await county.openRecord(kind)
  for (const kind of kinds.filter(({ record }) => !record))
    for (let turn = 0; turn < OPENED * (kind.sight || hasComplaints(kind) ? 3 : 1); turn += 1) await county.open(kind)
  for (let turn = 0; turn < TURNS; turn += 1) {
    await county.turn()
    if (turn % 60 === 0) await county.passTime(72)
  }
  return {
    office,
    county,
    procedures,
    codes,
    stories: () => readStories(office.county),
    dispose: office.dispose,
  }
}

const hasComplaints = ({ forms, opening }: Procedure) =>
  Object.values(forms[opening.form]?.fields ?? {}).some((field) => factOf(field) === 'aboutUnit')

/** A file that is really there, for whoever has to show one. */
async function handedIn(office: TestOffice) {
  const clerk = await office.as('clerk')
  const headers = { 'content-type': 'application/pdf', 'x-file-name': 'paper.pdf' }
  return bodyOf<{ sha256: string; name: string; type: string; size: number }>(
    await clerk('/api/files', { method: 'POST', body: await pdf(), headers }),
  )
}
