import { type Field, type FieldKind, factOf, type Personal, personalOf } from '../../../domain/procedure/form.ts'
import { issueText } from '../../../domain/wording/issue-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { Choices, Dropdown, Levels, OfficePick, Radios, Scale, YesNo } from './choice-controls.tsx'
import type { ControlProps, QuestionProps } from './control.ts'
import { FilesControl } from './files-control.tsx'
import { ItemsControl } from './items-control.tsx'
import { DateControl, PostControl, UnitControl } from './lazy-controls.tsx'
import { PickedMatter } from './picked-matter.tsx'
import { PlaceNote } from './place-note.tsx'
import { RecordRows } from './records/record-rows.tsx'
import { LongTextControl, MoneyControl, NumberControl, TextControl, WorkedOut } from './text-controls.tsx'

/** Options that fit in a row or two are shown; more hide in a list. */
const SHOWN_OPTIONS = 6
/** A group has a legend instead of a label: there is no single input to point to. */
const GROUPS: readonly FieldKind[] = ['choices', 'yesNo', 'files', 'items', 'level']

/** A question with its hint, its note of purpose, its input and what is wrong with the answer. */
export function FormField({ id, path, field, form, value, change, around, issues, isKnown, instead }: QuestionProps) {
  const { words, say, locale } = useWords()
  const personal = personalOf(field)
  const own = issues.filter((issue) => issue.field === path)
  const isGroup = GROUPS.includes(field.kind) || showsOptions(field)
  const hint = [field.hint && say(field.hint), isKnown && words.form.known].filter(Boolean).join(words.semicolon)
  const described = [hint || personal ? `${id}-hint` : '', own.length > 0 ? `${id}-issue` : '']
    .filter(Boolean)
    .join(' ')
  const control: ControlProps = {
    id,
    field,
    value,
    change,
    describedBy: described || undefined,
    invalid: own.length > 0,
    around,
  }
  const title = (
    <>
      {say(field.title)}
      {!field.required && !isRuled(field) && <small className="form-optional">{words.form.optional}</small>}
      {personal && (
        <small className="form-personal">
          <Icon name="lock" size={14} />
          {words.form.personal}
        </small>
      )}
    </>
  )
  const body = (
    <>
      {(hint || personal) && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
          {hint && personal && words.semicolon}
          {personal && purposeText(personal, words, say)}
        </p>
      )}
      {instead ? instead(control) : <Control {...control} path={path} form={form} issues={issues} />}
      {factOf(field) === 'placeUnit' && <PlaceNote value={value} change={change} around={around} />}
      {own.map((issue) => (
        <p key={issue.rule} className="field-issue" id={`${id}-issue`}>
          <Icon name="alert" size={14} />
          {issueText(issue, form, locale)}
        </p>
      ))}
    </>
  )
  if (isGroup) {
    return (
      <fieldset className={`field ${control.invalid ? 'is-invalid' : ''}`} aria-describedby={control.describedBy}>
        <legend className="label">{title}</legend>
        {body}
      </fieldset>
    )
  }
  return (
    <div className={`field ${control.invalid ? 'is-invalid' : ''}`}>
      <label htmlFor={id}>{title}</label>
      {body}
    </div>
  )
}

function purposeText(
  { purpose, retention }: Personal,
  words: ReturnType<typeof useWords>['words'],
  say: ReturnType<typeof useWords>['say'],
): string {
  return `${words.form.purpose(say(purpose), words.period[retention.unit](retention.length))}${words.semicolon}${words.form.sealedDraft}`
}

/** What a rule answers is nobody's to leave out. */
const isRuled = (field: Field) => field.kind === 'choice' && field.ruled !== undefined

const showsOptions = (field: Field) => field.kind === 'choice' && Object.keys(field.options).length <= SHOWN_OPTIONS

function Control({ path, form, issues, ...control }: ControlProps & Pick<QuestionProps, 'path' | 'form' | 'issues'>) {
  const { field } = control
  switch (field.kind) {
    case 'text':
      return <TextControl {...control} field={field} />
    case 'longText':
      return <LongTextControl {...control} field={field} />
    case 'number':
      return field.computed ? (
        <WorkedOut {...control} />
      ) : field.scale ? (
        <Scale {...control} field={field} scale={field.scale} />
      ) : (
        <NumberControl {...control} />
      )
    case 'money':
      return <MoneyControl {...control} />
    case 'date':
    case 'dateTime':
      return <DateControl {...control} field={field} />
    case 'choice':
      return showsOptions(field) ? <Radios {...control} field={field} /> : <Dropdown {...control} field={field} />
    case 'choices':
      return <Choices {...control} field={field} />
    case 'yesNo':
      return <YesNo {...control} />
    case 'level':
      return <Levels {...control} field={field} />
    case 'files':
      return <FilesControl {...control} />
    case 'unit':
      return <UnitControl {...control} />
    case 'post':
      return <PostControl {...control} field={field} />
    case 'record':
      return <PickedMatter {...control} among={{ procedure: field.of, group: 'notDone' }} />
    case 'holder':
      return <TextControl {...control} field={{ ...field, kind: 'text' }} />
    case 'office':
      return <OfficePick {...control} field={field} />
    case 'items':
      if (field.rowsFrom)
        return (
          <RecordRows
            {...control}
            field={field}
            from={field.rowsFrom}
            Question={FormField}
            path={path}
            form={form}
            issues={issues}
          />
        )
      return <ItemsControl {...control} field={field} Question={FormField} path={path} form={form} issues={issues} />
  }
}
