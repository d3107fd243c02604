/** What is ordered of the personal data in another matter. */
export const DATA_ORDERS = ['keep', 'restrict', 'release', 'erase'] as const
export type DataOrder = (typeof DATA_ORDERS)[number]

/** What a step lets its takers do in the matters that its own concerns. */
export const DATA_SERVICES = ['compare', 'copy', 'correct'] as const
export type DataService = (typeof DATA_SERVICES)[number]
