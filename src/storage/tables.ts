/** One entry for each table; generated from the catalogue. */
export type Tables = {}
