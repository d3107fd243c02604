import type { Context } from 'hono'
import { aboutOptions, categoryOptions, intakeUnit, placeOptions, reportProcedure } from '../../public/intake.ts'
import type { Option } from '../../public/pages/fields.ts'
import type { Env } from '../../request/env.ts'
import type { Said } from './answer.ts'
import { OPEN311_WORDS } from './words.ts'

/** The kinds of report that the office takes, as services. */
export async function servicesOf(c: Context<Env>): Promise<readonly Record<string, Said>[]> {
  const { deps, now, locale } = c.var
  const procedure = reportProcedure(await deps.rulebooks.of(deps.publicTenant), now)
  return categoryOptions(procedure, locale).map(({ value, label }) => ({
    service_code: value,
    service_name: label,
    description: label,
    metadata: true,
    type: 'realtime',
    keywords: null,
    group: procedure.title[locale],
  }))
}

/** What else a report of a kind may say; the same for all kinds. */
export async function definitionOf(c: Context<Env>, code: string): Promise<Said> {
  const { deps, locale } = c.var
  const { directory } = await deps.rulebooks.of(deps.publicTenant)
  return {
    service_code: code,
    attributes: [
      list('placeUnit', 1, OPEN311_WORDS.placeUnit[locale], placeOptions(directory, locale)),
      list('aboutUnit', 2, OPEN311_WORDS.aboutUnit[locale], aboutOptions(directory, intakeUnit(directory), locale)),
    ].map((attribute) => ({ ...attribute, datatype_description: OPEN311_WORDS.choose[locale] })),
  }
}

const list = (code: string, order: number, description: string, options: readonly Option[]): Record<string, Said> => ({
  variable: true,
  code,
  datatype: 'singlevaluelist',
  required: false,
  order,
  description,
  values: options.map(({ value, label }) => ({ key: value, name: label })),
})
