import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AnlanError, issuesOf } from '../../../domain/wording/errors.ts'
import { problemText } from '../../client/problem-text.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'
import { isOurs } from '../sign-in/second-step.tsx'

/** Does something to one's own account: what went wrong in words, and everything read anew afterwards. */
export function useAct() {
  const { words, locale } = useWords()
  const { passkeys } = useSignInWords()
  const client = useQueryClient()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const act = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (busy) return undefined
    setBusy(true)
    setProblem('')
    try {
      return await work()
    } catch (error) {
      setProblem(isOurs(error) ? saidOf(error) : passkeys.failed)
      return undefined
    } finally {
      setBusy(false)
      await client.invalidateQueries({ queryKey: ['factors'] })
      await client.invalidateQueries({ queryKey: ['sessions'] })
    }
  }
  const saidOf = (error: unknown) => {
    const issue = error instanceof AnlanError ? issuesOf(error)[0] : undefined
    return (issue as { message?: string } | undefined)?.message ?? problemText(error, words, locale).text
  }
  return { act, problem, busy }
}
