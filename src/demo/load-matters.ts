import type { FormValues } from '../domain/procedure/form.ts'
import type { Instant } from '../domain/time/time.ts'
import { dayOf } from '../domain/time/time.ts'
import { isNow } from '../domain/unit/stand-in.ts'
import { procedureInEffect } from '../engine/decide/decide-opening.ts'
import { replay } from '../engine/record/evolve.ts'
import { standInsOf } from '../engine/stand-ins/stand-ins-of.ts'
import { continueDraft, type Draft } from '../storage/bulk/bulk-draft.ts'
import { writeDrafts } from '../storage/bulk/write-drafts.ts'
import type { StorageDeps } from '../storage/deps.ts'
import type { FileStore } from '../storage/files/files.ts'
import { derivedId } from '../storage/write/ids.ts'
import { createDice } from './dice.ts'
import { KNOWN_KINDS } from './kinds/kinds.ts'
import { type Opening, yearOfOpenings } from './openings.ts'
import { storePhotos } from './photos.ts'
import { openSome } from './readers/open-some.ts'
import { plantSecondPersons } from './readers/second-persons.ts'
import { storyOpenings } from './stories.ts'
import { BY_TITLE } from './story.ts'
import { writeDemoNotices } from './told/demo-notices.ts'
import { writeDemoOutlets } from './told/demo-outlets.ts'
import { writeDemoTexts } from './told/demo-texts.ts'
import { namedIn, recordsAt, type World, walk } from './walk.ts'

/** The same seed and the same moment give the same county. */
const SEED = 20_260_101

const FINISH = `update tenants set settings = settings || '{"demo": "loaded"}' where tenant = $1`
const NUMBERS = `insert into reference_numbers as r (tenant, prefix, year, next)
select $1, n.prefix, n.year, n.next from jsonb_to_recordset($2::jsonb) as n(prefix text, year integer, next integer)
on conflict (tenant, prefix, year) do update set next = greatest(r.next, excluded.next)`

/** Makes up a year of matters by the program's own decisions and writes them in one transaction. @returns how many */
export async function loadDemoMatters(
  deps: StorageDeps,
  files: FileStore,
  tenant: string,
  advance: (to: number) => void,
): Promise<number> {
  const now = deps.now()
  const rulebook = await deps.rulebooks.of(tenant)
  const { world, numbers } = await makeWorld(deps, files, tenant, now)
  const openings = [
    ...yearOfOpenings(rulebook, tenant, now, world.dice),
    ...storyOpenings(rulebook, tenant, now, world.dice),
  ]
  for (const opening of openings.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    beginPointing(world, opening)
    if (world.drafts.length % 50 === 0) advance(world.drafts.length)
  }
  openSome(world)
  await writeDrafts(deps, world.drafts, {
    tenant,
    rulebook,
    followed: true,
    also: async (client) => {
      await client.query(NUMBERS, [tenant, JSON.stringify(numbers())])
      await plantSecondPersons(client, world)
      await writeDemoNotices(client, tenant, world.drafts, rulebook, now)
      await writeDemoTexts(client, tenant, now)
      await writeDemoOutlets(client, tenant, deps.keys, now)
      await client.query(FINISH, [tenant])
    },
  })
  return world.drafts.length
}

/** An empty county that counts its own reference numbers: nobody else writes to it yet. */
export async function makeWorld(deps: StorageDeps, files: FileStore, tenant: string, now: Instant) {
  const rulebook = await deps.rulebooks.of(tenant)
  const next = new Map<string, number>()
  const world: World = {
    context: { tenant, rulebook, keys: deps.keys },
    dice: createDice(SEED),
    now,
    photos: await storePhotos(files, tenant, now),
    reference: (prefix, year) => {
      const key = `${prefix}-${year}`
      const number = (next.get(key) ?? 0) + 1
      next.set(key, number)
      return `${key}-${String(number).padStart(4, '0')}`
    },
    drafts: [],
    records: new Map(),
    refusals: [],
  }
  const numbers = () =>
    Array.from(next, ([key, last]) => ({ prefix: key.split('-')[0], year: Number(key.split('-')[1]), next: last + 1 }))
  return { world, numbers }
}

/** Opens a matter with what it points to; undefined when there is nothing to point to yet. */
export function beginPointing(world: World, opening: Opening): Draft | undefined {
  const points = KNOWN_KINDS[opening.procedure]?.points
  if (!points || opening.facts.script) return begin(world, opening)
  const named = points(recordsAt(world, opening.at), opening.facts, world.dice)
  return named && begin(world, { ...opening, form: { ...opening.form, ...named } })
}

/** Opens one matter and lets it take its course; a report that repeats an earlier one is merged into it. */
export function begin(world: World, opening: Opening): Draft {
  const { context, reference } = world
  const earlier = opening.repeats ? earlierReport(world, opening) : undefined
  const form = earlier
    ? {
        ...opening.form,
        title: earlier.title,
        category: earlier.category ?? 'other',
        place: earlier.place ?? '',
        placeUnit: earlier.placeUnitId ?? '',
      }
    : pointingByTitle(world, opening.form)
  const day = dayOf(opening.at)
  const { prefix } = procedureInEffect(context.rulebook.procedures, opening.procedure, day)
  const number = reference(prefix, Number(day.slice(0, 4)))
  const command = {
    type: 'OpenMatter',
    procedure: opening.procedure,
    channel: opening.channel,
    unitId: opening.unitId,
    form,
  } as const
  const identity = { matterId: derivedId(Date.parse(opening.at), 'demo', number), reference: number }
  const named = namedIn(world, opening.facts)
  const begun = continueDraft(asOnDuty(world, opening), undefined, {
    command,
    actor: opening.actor,
    now: opening.at,
    identity,
    named,
  })
  if (!earlier) return walk(world, begun, opening.facts)
  return walk(world, begun, { ...opening.facts, mergeInto: earlier })
}

/** What reaches whoever is on duty is opened by the rota as it stood at that moment; nothing else asks for it. */
function asOnDuty({ context, drafts }: World, { at, procedure }: Opening): World['context'] {
  const { rulebook } = context
  if (!procedureInEffect(rulebook.procedures, procedure, dayOf(at)).opening.raises) return context
  const standIns = drafts
    .filter((draft) => draft.procedure.standsIn)
    .flatMap((draft) => {
      const then = replay(draft.events.filter((event) => event.at <= at))
      return then ? standInsOf(draft.procedure, then) : []
    })
    .filter((each) => isNow(each, at))
  return { ...context, rulebook: { ...rulebook, directory: { ...rulebook.directory, standIns } } }
}

/** A story points to a record by its title: which number that got depends on the day. */
function pointingByTitle({ records }: World, form: FormValues): FormValues {
  const numbers = new Map([...records.values()].map(({ matter }) => [matter.title, matter.reference]))
  const named = Object.entries(form).flatMap(([name, value]) => {
    const title = typeof value === 'string' && value.startsWith(BY_TITLE) ? value.slice(BY_TITLE.length) : undefined
    const reference = title === undefined ? undefined : numbers.get(title)
    return reference ? [[name, reference]] : []
  })
  return named.length > 0 ? { ...form, ...Object.fromEntries(named) } : form
}

/** A report of the last two weeks that is still being handled, to be reported again. */
function earlierReport({ drafts, dice }: World, { at }: Opening) {
  const since = new Date(Date.parse(at) - 14 * 86_400_000).toISOString()
  const candidates = drafts.filter(
    ({ matter }) =>
      matter.procedure === 'report' &&
      matter.openedAt > since &&
      matter.openedAt < at &&
      matter.category !== 'crime' &&
      matter.category !== 'conduct' &&
      matter.group !== 'done' &&
      matter.state !== 'merged',
  )
  return candidates.length > 0 ? dice.pick(candidates).matter : undefined
}
