import type { Form } from '../../../domain/procedure/form.ts'

export type Answers = Readonly<Record<string, unknown>>

const PREFIX = 'anlan:draft:'

/** What was typed here and not sent. A draft that does not read is none. */
export function readDraft(key: string): Answers | undefined {
  const stored = localStorage.getItem(PREFIX + key)
  if (!stored) return undefined
  try {
    return JSON.parse(stored) as Answers
  } catch {
    localStorage.removeItem(PREFIX + key)
    return undefined
  }
}

/** Keeps what is typed on this computer, without personal fields: others may sit here tomorrow. */
export function writeDraft(key: string, form: Form, answers: Answers): void {
  const kept = Object.entries(answers).filter(([name, value]) => !form.fields[name]?.personal && !isEmpty(value))
  if (kept.length === 0) localStorage.removeItem(PREFIX + key)
  else localStorage.setItem(PREFIX + key, JSON.stringify(Object.fromEntries(kept)))
}

/** Forgets a draft that was sent or dropped. */
export const dropDraft = (key: string): void => localStorage.removeItem(PREFIX + key)

/** An answer that is none. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
