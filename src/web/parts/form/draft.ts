import { columnsOf, type Field, type Form, personalOf } from '../../../domain/procedure/form.ts'

export type Answers = Readonly<Record<string, unknown>>

const PREFIX = 'anlan:draft:'

// What is typed stays on this computer until it is sent or dropped. Personal answers stay with this tab only, until it is
// closed or the person signs out: others may sit here tomorrow.
const stores = () => [localStorage, sessionStorage]

/** What was typed here and not sent. A draft that does not read is none. */
export function readDraft(key: string): Answers | undefined {
  const parts = stores().flatMap((store) => {
    const stored = store.getItem(PREFIX + key)
    return stored ? [readAnswers(stored)] : []
  })
  return parts.length > 0 ? Object.assign({}, ...parts) : undefined
}

function readAnswers(stored: string): Answers {
  try {
    const found: unknown = JSON.parse(stored)
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    return {}
  }
}

/** What somebody changed; `null` where an answer was emptied that stood there before. */
export const changesFrom = (before: Answers, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => {
      if (isEmpty(value)) return isEmpty(before[name]) ? [] : [[name, null]]
      return isSame(before[name], value) ? [] : [[name, value]]
    }),
  )

/** Whether two answers are the same, whatever order their parts were written in. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const keys = Object.keys(a)
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Answers)[key], (b as Answers)[key]))
  )
}

/** Keeps what is typed. */
export function writeDraft(key: string, form: Form, answers: Answers): void {
  const given = Object.entries(answers)
  const isOfSession = (name: string) => isPersonal(form.fields[name])
  keep(
    localStorage,
    key,
    given.filter(([name]) => !isOfSession(name)),
  )
  keep(
    sessionStorage,
    key,
    given.filter(([name]) => isOfSession(name)),
  )
}

function keep(store: Storage, key: string, answers: readonly (readonly [string, unknown])[]): void {
  if (answers.length === 0) store.removeItem(PREFIX + key)
  else store.setItem(PREFIX + key, JSON.stringify(Object.fromEntries(answers)))
}

/** Whether an answer, or one in its rows, is personal. */
export const isPersonal = (field: Field | undefined): boolean =>
  field !== undefined && (personalOf(field) !== undefined || Object.values(columnsOf(field)).some(isPersonal))

/** Forgets a draft that was sent or dropped. */
export function dropDraft(key: string): void {
  for (const store of stores()) store.removeItem(PREFIX + key)
}

/** Forgets the personal answers of this tab. */
export const dropSessionDrafts = (): void => dropFromSession(() => true)

/** Forgets the personal answers of whoever else sat here. Keys begin with the person's id. */
export const keepOwnDrafts = (personId: string): void => dropFromSession((key) => !key.startsWith(`${personId}:`))

function dropFromSession(isToGo: (key: string) => boolean): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(PREFIX) && isToGo(name.slice(PREFIX.length))) sessionStorage.removeItem(name)
}

/** An answer that is none. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
