import { CHANNELS, type Channel } from '../../domain/matter/matter.ts'

/** Doors that people name; the others are set by the door a matter came through. */
export type OpenChannel = Exclude<Channel, 'system' | 'import'>

/** What one may choose as the way a matter came in. */
export const OPEN_CHANNELS = CHANNELS.filter(
  (channel): channel is OpenChannel => channel !== 'system' && channel !== 'import',
)
