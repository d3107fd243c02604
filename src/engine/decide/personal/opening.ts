import { personalKinds } from '../../../domain/free-text/personal-data.ts'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Command } from '../../../domain/matter/command.ts'
import type { EventOf } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { saysSomething, saysWhyItself } from '../../../domain/personal/opening-purpose.ts'
import { present } from '../../../domain/present.ts'
import { personalFields } from '../../../domain/procedure/personal-fields.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { mayOpenFields, mayStateFor } from '../../access/personal-access.ts'
import { isRestricted } from '../../access/restricted.ts'

type Said<T extends 'FieldsOpened' | 'StatementAdded'> = Omit<EventOf<T>, 'at' | 'by'>

/**
 * Personal fields open only by name, for a purpose, by whoever may; in an emergency by whoever sees the matter, with a second
 * person's name (Personal Information Protection Law arts 6, 13(4)). Where the purpose does not say why, words must.
 * @throws AnlanError field-sealed, field-shredded, form-invalid
 */
export function opening(
  procedure: Procedure,
  matter: Matter,
  { fields, reason, purpose, confirmedBy }: Extract<Command, { type: 'OpenFields' }>,
  actor: Actor,
  directory: Directory,
): Said<'FieldsOpened'> {
  const isSecond = confirmedBy && confirmedBy.personId !== actor.personId && confirmedBy.postId !== actor.postId
  const may = purpose === 'emergency' ? isSecond && !isRestricted(matter) : mayOpenFields(actor, matter, directory)
  if (!may) throw new AnlanError('field-sealed')
  if (matter.shreddedAt) throw new AnlanError('field-shredded')
  knownFields(procedure, fields)
  const words = saysWhyItself(purpose) && reason.trim() === '' ? '' : recordedReason(reason)
  if (words && !saysWhyItself(purpose) && !saysSomething(words)) throw invalid('reason', 'says-nothing')
  return {
    type: 'FieldsOpened',
    fields,
    reason: words,
    ...present({ purpose, confirmedBy: purpose === 'emergency' ? confirmedBy : undefined }),
  }
}

/** Only fields that the kind asks for. @throws AnlanError form-invalid */
export function knownFields(procedure: Procedure, fields: readonly string[]): void {
  const { sealed, vault } = personalFields(procedure)
  const unknown = fields.filter((field) => !sealed.has(field) && !vault.has(field))
  if (fields.length > 0 && unknown.length === 0) return
  throw new AnlanError('form-invalid', {
    issues: (unknown.length ? unknown : ['fields']).map((field) => ({ field, rule: 'unknown-field' })),
  })
}

/** Facts of a matter that may be disputed beside the answers to its forms. */
const DISPUTED_FACTS: readonly string[] = ['title', 'place']
const MOST_STATEMENTS = 20
const STATEMENT = { shortest: 4, longest: 1000 } as const

/**
 * What a person sets against a fact, by whoever reported or by intake for them (Personal Information Protection Law arts 8, 46).
 * @throws AnlanError not-allowed, form-invalid
 */
export function statement(
  procedure: Procedure,
  matter: Matter,
  { text, about }: Extract<Command, { type: 'AddStatement' }>,
  actor: Actor,
  directory: Directory,
): Said<'StatementAdded'> {
  const isReporter = actor.roles.includes('reporter') && procedure.reporting !== undefined
  if (!isReporter && !mayStateFor(actor, procedure, matter, directory))
    throw new AnlanError('not-allowed', { rule: 'statement' })
  if ((matter.statements ?? []).length >= MOST_STATEMENTS) throw invalid('text', 'too-many-values', MOST_STATEMENTS)
  if (about !== undefined && !isDisputable(procedure, matter, about)) throw invalid('about', 'not-an-option')
  const said = text.trim()
  if (said.length < STATEMENT.shortest) throw invalid('text', 'too-short', STATEMENT.shortest)
  if (said.length > STATEMENT.longest) throw invalid('text', 'too-long', STATEMENT.longest)
  refusePersonal('text', said)
  return {
    type: 'StatementAdded',
    text: said,
    ...present({ about, onBehalf: isReporter ? undefined : (true as const) }),
  }
}

/** Whether there is such a fact on record. */
export const isDisputable = ({ forms }: Procedure, { fields }: Matter, name: string): boolean =>
  DISPUTED_FACTS.includes(name) ||
  (Object.values(forms).some((form) => Object.hasOwn(form.fields, name)) &&
    Object.hasOwn(fields, name) &&
    fields[name] !== null)

const invalid = (field: string, rule: string, limit?: number | string) =>
  new AnlanError('form-invalid', { issues: [{ field, rule, ...present({ limit }) }] })

/** Why somebody did what is no step, in four to 200 characters. @throws AnlanError form-invalid */
export function recordedReason(reason: string): string {
  if (reason.trim().length < 4) throw invalid('reason', 'too-short', 4)
  if (reason.length > 200) throw invalid('reason', 'too-long', 200)
  refusePersonal('reason', reason)
  return reason.trim()
}

/** Texts of commands are read by as many as those of forms. @throws AnlanError form-invalid when one tells who somebody is */
export function refusePersonal(field: string, text = ''): void {
  const limit = personalKinds(text)
  if (limit) throw invalid(field, 'personal-data', limit)
}
