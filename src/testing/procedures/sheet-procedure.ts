import type { Field, Fields } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { CHECK_RESULTS, checkedItem } from '../../procedures/shared/v1/checked-items.ts'
import { siteV1 } from '../../procedures/site/v1/procedure.ts'

const checklist = { kind: 'record', of: 'checklist', title: text('检查表', 'Checklist'), required: true } as const
const failed = { field: 'result', is: ['failed'] }

export const sheetColumns: Fields = {
  ...checkedItem,
  result: { kind: 'choice', title: text('结果', 'Result'), required: true, options: CHECK_RESULTS },
}

const sheet = {
  kind: 'items',
  title: text('检查情况', 'Sheet'),
  required: true,
  rowsFrom: {
    record: 'checklist',
    rows: 'items',
    key: 'no',
    takes: ['no', 'item', 'demand', 'basis', 'points', 'veto'],
    after: { row: 'afterNo', answer: 'result', is: 'afterResult' },
    only: { column: 'places', of: 'category' },
  },
  fields: sheetColumns,
} as const satisfies Field

const lost = {
  kind: 'number',
  title: text('失分', 'Lost'),
  computed: { sum: 'sheet', of: 'points', where: [failed] },
} as const satisfies Field

/** A place that names a checklist when it is registered and is checked by it when it changes; its name is the checklist's unless it has one. */
export function checkedSite(field: Partial<Fields> = {}): Procedure {
  const { site, revision } = siteV1.forms
  const name = { ...site?.fields['name'], takenFrom: { record: 'checklist', field: 'name' } } as Field
  return {
    ...siteV1,
    forms: {
      ...siteV1.forms,
      site: { title: text('登记', 'Register'), fields: { ...site?.fields, name, checklist } },
      revision: {
        title: text('检查', 'Check'),
        fields: { ...revision?.fields, sheet, lost, ...field } as Fields,
      },
    },
  }
}
