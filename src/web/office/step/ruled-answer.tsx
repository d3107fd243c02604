import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { conditionText } from '../../../domain/wording/condition-text.ts'
import { type Case, certainlyHolds } from '../../../engine/conditions/conditions.ts'
import { ruledAnswers, ruleFor } from '../../../engine/conditions/ruled-answers.ts'
import type { Instead } from '../../parts/form/control.ts'
import type { Answers } from '../../parts/form/draft.ts'
import { asked } from '../../parts/form/use-form.ts'
import { MarkTag } from '../../parts/tags/mark-tag.tsx'
import { useWords } from '../../words/words.tsx'

type Asking = Omit<Case, 'pending'>

const isRuled = ([, field]: [string, Form['fields'][string]]): boolean => field.kind === 'choice' && !!field.ruled

/** What the rule answers beside what was typed, as the matter stands now. */
export function byRule(form: Form | undefined, given: Asking | undefined, answers: Answers): Answers {
  const names = Object.entries(form?.fields ?? {})
    .filter(isRuled)
    .map(([name]) => name)
  if (!form || !given || names.length === 0) return {}
  const typed = Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))
  const { values } = ruledAnswers(form, asked(form, typed) as Parameters<typeof ruledAnswers>[1], given)
  return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])))
}

/** In place of a choice that a rule makes: what it is, and why. */
export const ruledQuestions = (form: Form | undefined, given: Asking): Instead =>
  Object.fromEntries(
    Object.entries(form?.fields ?? {})
      .filter(isRuled)
      .map(([name, field]) => [
        name,
        (control) => (
          <RuledAnswer
            field={field as FieldOf<'choice'>}
            id={control.id}
            answers={control.around.answers}
            given={given}
          />
        ),
      ]),
  )

function RuledAnswer({
  field,
  id,
  answers,
  given,
}: {
  field: FieldOf<'choice'>
  id: string
  answers: Answers
  given: Asking
}) {
  const { words, say } = useWords()
  const { procedure } = given
  const rule = ruleFor(field, answers as Parameters<typeof ruleFor>[1], given)
  const title = rule && field.options[rule.is]
  if (!rule || !title) return <span className="hint">{words.form.notYetWorkedOut}</span>
  const isMark =
    procedure.mark && procedure.mark.field in (given.step.form ? (procedure.forms[given.step.form]?.fields ?? {}) : {})
  return (
    <output id={id} className="form-worked">
      {isMark ? <MarkTag mark={rule.is} procedure={procedure} /> : <b>{say(title)}</b>}
      <small className="hint">
        {reasons(procedure, rule, given)
          .map((reason) => say(reason))
          .join(words.semicolon)}
      </small>
    </output>
  )
}

/** The parts of its condition that hold; of one without a condition, the guards that let the step be taken. */
function reasons(procedure: Procedure, rule: NonNullable<ReturnType<typeof ruleFor>>, given: Asking) {
  const whole = rule.if ? [rule.if] : (given.step.guards ?? []).filter((guard) => typeof guard === 'object')
  const holding = (condition: (typeof whole)[number]): (typeof whole)[number][] => {
    if ('all' in condition) return condition.all.flatMap(holding)
    if ('any' in condition && !('seat' in condition))
      return condition.any.filter((each) => certainlyHolds(each, given)).flatMap(holding)
    return 'not' in condition ? [] : [condition]
  }
  return whole.flatMap(holding).map((condition) => conditionText(condition, procedure))
}
