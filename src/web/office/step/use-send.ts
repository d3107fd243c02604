import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FormValues } from '../../../domain/procedure/form.ts'
import type { StepResult } from '../../../domain/views/act-views.ts'
import { AnlanError, type Issue } from '../../../domain/wording/errors.ts'
import { takeStep } from '../../client/api.ts'
import { newKey } from '../../client/new-key.ts'
import { problemText } from '../../client/problem-text.ts'
import type { FormState } from '../../parts/form/use-form.ts'
import { useWords } from '../../words/words.tsx'

/** The same wish keeps its key, so that a retry after a lost answer counts once; another wish gets another. */
type Attempt = { readonly key: string; readonly wish: string }

type Sending = {
  readonly matterId: string
  readonly stepId: string
  readonly state: FormState
  readonly done: (result: StepResult) => Promise<void>
  /** The version to try again with, after a conflict over nothing that must be looked at. */
  readonly versionAfter: (seen: number) => Promise<number | undefined>
}

/** Sends a step and puts refusals where they belong: at the field, above the form, or as a change to look at first. */
export function useSend({ matterId, stepId, state, done, versionAfter }: Sending) {
  const { words, locale } = useWords()
  const client = useQueryClient()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const attempt = useRef<Attempt>(undefined)
  const send = async (values: FormValues, seenVersion: number): Promise<void> => {
    const wish = JSON.stringify([seenVersion, values])
    if (attempt.current?.wish !== wish) attempt.current = { key: newKey(), wish }
    setBusy(true)
    setProblem('')
    try {
      await done(await takeStep(matterId, stepId, seenVersion, values, attempt.current.key))
    } catch (error) {
      setBusy(false)
      const issues = issuesOf(error)
      if (issues) state.show(issues)
      // The fresh matter shows what changed; the note about it comes from there.
      else if (error instanceof AnlanError && error.code === 'version-conflict') {
        const version = await versionAfter(seenVersion)
        if (version !== undefined && version > seenVersion) return send(values, version)
        await client.invalidateQueries({ queryKey: ['matter'] })
      } else setProblem(problemText(error, words, locale).text)
    }
  }
  return { send, problem, busy }
}

/** What the server says of single fields, if that is what it says. */
export function issuesOf(error: unknown): readonly Issue[] | undefined {
  if (!(error instanceof AnlanError) || error.code !== 'form-invalid') return undefined
  const { issues } = error.details
  return Array.isArray(issues) && issues.length > 0 ? (issues as Issue[]) : undefined
}
