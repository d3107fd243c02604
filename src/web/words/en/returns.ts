import type { returns as zh } from '../zh/returns.ts'

/** Forms of superiors, as the side bar and Today speak of them. */
export const returns: typeof zh = {
  returns: {
    nav: 'Returns',
    due: (superior, name, period) => `${name} (${period}) goes to ${superior}`,
    before: (day) => `by ${day}`,
    overdue: (day) => `overdue since ${day}`,
    waitsSign: 'passed on for signing',
    write: 'Fill it',
    check: 'Check it',
    look: 'Look',
    sign: 'Sign it',
  },
}
