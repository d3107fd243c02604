import { CHANNELS, type Channel } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Role } from '../../domain/unit/role.ts'

/** Doors that people name; the others are set by the door a matter came through. */
export type OpenChannel = Exclude<Channel, 'system' | 'import'>

/** What one may choose as the way a matter came in. */
export const OPEN_CHANNELS = CHANNELS.filter(
  (channel): channel is OpenChannel => channel !== 'system' && channel !== 'import',
)

/** How matters mostly come to those who register them; to everybody else at the window. */
const USUAL: Partial<Record<Role, OpenChannel>> = {
  inspector: 'inspection',
  leader: 'leader',
  reviewer: 'other',
}

/** The way a matter of this kind most likely came in, by who registers it. */
export function usualChannel({ opening }: Procedure, roles: readonly Role[]): OpenChannel {
  const role = roles.find((one) => opening.by.includes(one))
  return (role && USUAL[role]) ?? 'window'
}
