import {
  BULLETIN_SIGNERS,
  BULLETIN_WRITERS,
  type BulletinAct,
  type BulletinDoing,
  type BulletinRow,
  type BulletinView,
} from '../../domain/bulletins/bulletin.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { Act, StoredBulletin } from '../../storage/bulletins/stored-bulletin.ts'

const has = ({ roles }: Actor, some: readonly Role[]) => roles.some((role) => some.includes(role))

/** Whether somebody writes bulletins of their unit. */
export const mayWriteBulletins = (actor: Actor): boolean => has(actor, BULLETIN_WRITERS)

type Standing = Pick<StoredBulletin, 'unitId' | 'state' | 'writers' | 'correctedBy'>

/** What is issued is for the whole office; what is being written, for who writes it and who signs it. */
export const mayReadBulletin = (actor: Actor, bulletin: Standing, directory: Directory): boolean =>
  bulletin.state === 'issued' || writes(actor, bulletin) || signs(actor, bulletin, directory)

/** What somebody may do with it as it stands. */
export function doingsOf(actor: Actor, bulletin: Standing, directory: Directory): BulletinDoing[] {
  const { state, writers, correctedBy } = bulletin
  const isOpen = state === 'draft' || state === 'signed'
  const writer = writes(actor, bulletin)
  const signer = signs(actor, bulletin, directory)
  const may: Readonly<Record<BulletinDoing, boolean>> = {
    write: isOpen && writer,
    sign: state === 'draft' && signer && !writers.includes(actor.personId),
    issue: state === 'signed' && (writer || signer),
    correct: state === 'issued' && writer && !correctedBy,
    drop: isOpen && writer,
  }
  return (Object.keys(may) as BulletinDoing[]).filter((doing) => may[doing])
}

const writes = (actor: Actor, { unitId }: Standing) => mayWriteBulletins(actor) && actor.unitId === unitId

const signs = (actor: Actor, { unitId }: Standing, { units }: Directory) =>
  has(actor, BULLETIN_SIGNERS) && (units[unitId]?.path.startsWith(actor.unitPath) ?? false)

/** A line of the list. */
export const bulletinRow = (bulletin: StoredBulletin): BulletinRow => {
  const { id, kind, title, unitId, period, state, year, number, changed, signed, issued, corrects, correctedBy } =
    bulletin
  return {
    id,
    kind,
    title,
    unitId,
    period,
    state,
    changed: actOf(changed),
    ...present({
      year,
      number,
      signed: signed && actOf(signed),
      issued: issued && actOf(issued),
      corrects,
      correctedBy,
    }),
  }
}

/** The whole bulletin. Small counts are there for whoever counted them, until it is issued. */
export function bulletinView(actor: Actor, bulletin: StoredBulletin, directory: Directory): BulletinView {
  const { version, scope, blocks, figures } = bulletin
  const may = doingsOf(actor, bulletin, directory)
  const { exact } = figures
  const isOwn = exact?.personId === actor.personId && exact.postId === actor.postId
  return {
    ...bulletinRow(bulletin),
    version,
    scope,
    blocks: may.includes('write')
      ? blocks
      : blocks.map(({ cases, ...block }) => ({
          ...block,
          ...(cases ? { cases: cases.map(({ matterId, ...told }) => told) } : {}),
        })),
    figures: exact && isOwn ? { ...exact.figures, exact: true } : { ...figures.told, exact: false },
    may,
  }
}

const actOf = ({ at, personName, postId }: Act): BulletinAct => ({ at, personName, postId })
