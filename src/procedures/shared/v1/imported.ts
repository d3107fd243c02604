import { type Field, type Form, personalOf } from '../../../domain/procedure/form.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { ownRule } from './sources.ts'

/** The way of a matter that was over before it came here: which step says so, where it leads, what the ledger called it. */
type End<S extends string> = { readonly step: string; readonly to: S; readonly title: Text; readonly public?: Text }

/**
 * What only an import does: it says how a former ledger ended a matter, and corrects what that ledger has corrected since.
 * It knows nothing of who handled, checked or told, so no such step is made up.
 * @param meets deadlines that a ledger may have set
 */
export function importedSteps<const S extends string, const D extends string>(
  from: S,
  meets: readonly D[],
  ends: readonly End<S>[],
) {
  const common = { by: ['system'], aside: true, imported: true, source: ownRule } as const satisfies Partial<Step>
  const closing = ends.map(({ step, to, title, ...more }) => [
    step,
    {
      ...common,
      ...more,
      title: text(`按原台账：${title.zh}`, `As in the former ledger: ${title.en}`),
      from: [from],
      to,
      form: 'imported' as const,
      meets,
      told: text(`原台账记为${title.zh}`, `ended it in the former ledger: ${title.en}`),
    },
  ])
  const correction = {
    ...common,
    title: text('按原台账更正', 'Correct from the former ledger'),
    form: 'importedChange' as const,
    told: text('原台账改了，照着更正', 'corrected it from the former ledger'),
  }
  return {
    ...(Object.fromEntries(closing) as Record<
      string,
      (typeof closing)[number][1] & { from: S[]; to: S; form: 'imported' }
    >),
    correctAsImported: { ...correction, from: 'open' as const },
    correctEndedAsImported: { ...correction, from: ends.map(({ to }) => to) },
  }
}

/** The same question, to be answered only as far as there is something to say. */
function optional({ required, when, ...question }: Field): Field {
  if (!('min' in question)) return question
  const { min, ...rest } = question
  return rest
}

/** The forms of these steps. A correction may answer anew what the opening form asked, but nothing personal. */
export const importedForms = (opening: Form) =>
  ({
    imported: {
      title: text('原台账的记录', 'From the former ledger'),
      fields: {
        formerResult: {
          kind: 'longText',
          title: text('原台账写的结果', 'Result as written there'),
          max: 5000,
        },
      },
    },
    importedChange: {
      title: text('原台账的更正', 'Correction in the former ledger'),
      fields: {
        ...Object.fromEntries(
          Object.entries(opening.fields)
            .filter(([, field]) => !personalOf(field) && field.kind !== 'files')
            .map(([name, field]) => [name, optional(field)]),
        ),
        changeNote: { kind: 'longText', title: text('改了什么', 'What was changed'), required: true, max: 5000 },
      },
    },
  }) as const satisfies Record<string, Form>
