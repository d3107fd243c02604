import type { Kysely, Selectable } from 'kysely'
import type {
  Block,
  BulletinAct,
  BulletinKind,
  BulletinName,
  BulletinRow,
  BulletinScope,
  BulletinState,
} from '../../domain/bulletins/bulletin.ts'
import type { Figures } from '../../domain/bulletins/figures.ts'
import type { BulletinPeriod } from '../../domain/bulletins/period.ts'
import { present } from '../../domain/present.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'

export type BulletinContent = {
  readonly title: string
  readonly period: BulletinPeriod
  readonly scope: BulletinScope
  readonly blocks: readonly Block[]
}

/** Figures with who counted them: they see small ones, because they may open what is behind. */
export type KeptFigures = {
  readonly exact?: { readonly figures: Figures<number>; readonly personId: string; readonly postId: string }
  readonly told: Figures
}

export type Act = BulletinAct & { readonly personId: string }

export type StoredBulletin = Omit<BulletinRow, 'changed' | 'signed' | 'issued' | 'title' | 'period'> &
  BulletinContent & {
    readonly version: number
    readonly figures: KeptFigures
    readonly writers: readonly string[]
    readonly changed: Act
    readonly signed?: Act
    readonly issued?: Act
  }

/** One bulletin. @throws AnlanError not-found */
export async function readBulletin(db: Kysely<Tables>, tenant: string, id: string): Promise<StoredBulletin> {
  const [found] = await select(db, tenant).where('b.id', '=', id).execute()
  if (!found) throw new AnlanError('not-found', { bulletin: id })
  return stored(found)
}

/** The newest bulletins of the office and its units; a county writes a few dozen a year. */
export async function listBulletins(db: Kysely<Tables>, tenant: string, most: number): Promise<StoredBulletin[]> {
  const rows = await select(db, tenant).orderBy('b.created_at', 'desc').orderBy('b.id', 'desc').limit(most).execute()
  return rows.map(stored)
}

const select = (db: Kysely<Tables>, tenant: string) =>
  db
    .selectFrom('bulletins as b')
    .leftJoin('bulletins as old', (join) =>
      join.onRef('old.tenant', '=', 'b.tenant').onRef('old.id', '=', 'b.corrects'),
    )
    .leftJoin('bulletins as next', (join) =>
      join.onRef('next.tenant', '=', 'b.tenant').onRef('next.corrects', '=', 'b.id').on('next.state', '=', 'issued'),
    )
    .where('b.tenant', '=', tenant)
    .selectAll('b')
    .select([
      'old.kind as oldKind',
      'old.year as oldYear',
      'old.number as oldNumber',
      'next.id as nextId',
      'next.kind as nextKind',
      'next.year as nextYear',
      'next.number as nextNumber',
    ])

type Row = Selectable<Tables['bulletins']> & {
  readonly oldKind: string | null
  readonly oldYear: number | null
  readonly oldNumber: number | null
  readonly nextId: string | null
  readonly nextKind: string | null
  readonly nextYear: number | null
  readonly nextNumber: number | null
}

function stored(row: Row): StoredBulletin {
  const name = (id: string | null, kind: string | null, year: number | null, number: number | null) =>
    id === null || kind === null
      ? undefined
      : ({
          id,
          kind: kind as BulletinKind,
          ...present({ year: year ?? undefined, number: number ?? undefined }),
        } satisfies BulletinName)
  return {
    ...(row.content as unknown as BulletinContent),
    id: row.id,
    version: row.version,
    unitId: row.unit_id,
    kind: row.kind as BulletinKind,
    state: row.state as BulletinState,
    figures: row.figures as unknown as KeptFigures,
    writers: row.writers,
    changed: row.changed as unknown as Act,
    ...present({
      year: row.year ?? undefined,
      number: row.number ?? undefined,
      signed: (row.signed as unknown as Act | null) ?? undefined,
      issued: (row.issued as unknown as Act | null) ?? undefined,
      corrects: name(row.corrects, row.oldKind, row.oldYear, row.oldNumber),
      correctedBy: name(row.nextId, row.nextKind, row.nextYear, row.nextNumber),
    }),
  }
}
