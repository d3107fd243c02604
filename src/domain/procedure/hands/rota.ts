import { AWAKE_ROLES } from '../../unit/role.ts'
import type { Procedure } from '../procedure.ts'

/** How a kind of matter keeps shifts of a desk, by the names of its questions. */
export type Rota = {
  readonly desk: string
  readonly from: string
  readonly until: string
  /** The rows that name who is on, and the column with the post. */
  readonly rows: string
  readonly by: string
  /** The line of the desk. */
  readonly phone?: string
}

/** What of a kind is a rota: others stand in, by rows and the minute, for a post that is told at any hour. Undefined for other kinds. */
export function rotaOf({ standsIn, forms, opening }: Procedure): Rota | undefined {
  const fields = forms[opening.form]?.fields ?? {}
  const desk = standsIn && fields[standsIn.for]
  const by = standsIn && [standsIn.by].flat()[0]
  if (!standsIn?.rows || !by || desk?.kind !== 'post') return undefined
  if (!desk.roles?.some((role) => AWAKE_ROLES.some((awake) => awake === role))) return undefined
  const phone = Object.keys(fields).find((name) => {
    const field = fields[name]
    return field?.kind === 'text' && field.check === 'officePhone'
  })
  return {
    desk: standsIn.for,
    from: standsIn.from,
    until: standsIn.until,
    rows: standsIn.rows,
    by,
    ...(phone ? { phone } : {}),
  }
}

/** A desk: a post that is told at any hour and that nobody holds. Whoever made it owes a rota for it. */
export const isDesk = ({ roles }: { readonly roles: readonly string[] }): boolean =>
  AWAKE_ROLES.some((role) => roles.includes(role))
