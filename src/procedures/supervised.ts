/** The kind by which a leader has one thing done by one unit: 督办. */
export const SUPERVISED = 'task'
