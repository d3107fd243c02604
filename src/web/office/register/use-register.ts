import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Opened } from '../../../domain/views/act-views.ts'
import { type NewMatter, openMatter, takeStep } from '../../client/api.ts'
import { newKey } from '../../client/new-key.ts'
import { problemText } from '../../client/problem-text.ts'
import type { FormState } from '../../parts/form/use-form.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useWords } from '../../words/words.tsx'
import { issuesOf } from '../step/use-send.ts'

/** Registers a matter and, when that was chosen, merges it into another one; gives what was opened, or undefined after a refusal. */
export function useRegister({ procedure, state }: { procedure: Procedure; state: FormState }) {
  const { words, locale } = useWords()
  const client = useQueryClient()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  // The same wish keeps its key, so that a retry after a lost answer registers once.
  const attempt = useRef<{ key: string; wish: string }>(undefined)
  const register = async (matter: NewMatter, mergeInto: string | undefined): Promise<Opened | undefined> => {
    const wish = JSON.stringify(matter)
    if (attempt.current?.wish !== wish) attempt.current = { key: newKey(), wish }
    setBusy(true)
    setProblem('')
    try {
      const opened = await openMatter(matter, attempt.current.key)
      state.drop()
      notify(words.register.done(opened.reference))
      if (mergeInto) await merge(opened.id, opened.version, mergeInto)
      await client.invalidateQueries()
      setBusy(false)
      return opened
    } catch (error) {
      setBusy(false)
      const issues = issuesOf(error)
      if (issues) state.show(issues)
      else setProblem(problemText(error, words, locale).text)
      return undefined
    }
  }
  /** By the kind's own step where it has one. A refusal is told; the matter is registered all the same. */
  const merge = async (id: string, version: number, reference: string) => {
    const [step, definition] =
      Object.entries(procedure.steps).find(([, { linksTo }]) => linksTo?.type === 'duplicateOf') ?? []
    if (!step || !definition?.linksTo) return
    try {
      await takeStep(id, step, version, { [definition.linksTo.field]: reference }, newKey())
    } catch (error) {
      notify(problemText(error, words, locale).text)
    }
  }
  return { register, problem, busy }
}
