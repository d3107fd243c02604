import { text } from '../../../domain/wording/text.ts'

/** Why a date has no first or no last day. */

export const setByWhoOrders = text('时限由下达的一方定', 'Whoever orders it sets how long')
export const longBefore = text('可能早于登记', 'It may have been long before it is registered')
