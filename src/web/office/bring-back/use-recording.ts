import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordedRow, RowToRecord } from '../../../domain/views/returned-views.ts'
import { problemText } from '../../client/problem-text.ts'
import { useWords } from '../../words/words.tsx'
import { AT_ONCE, recordRows, returnedQuery } from './bring-back-api.ts'

/** A row’s result with the matter it is about. */
export type Result = RecordedRow & { readonly matter?: { readonly id: string; readonly reference: string } }

export type Recording = {
  readonly results: readonly Result[]
  /** How many rows are done of how many, while it goes on. */
  readonly progress: readonly [done: number, all: number] | undefined
  readonly problem: string
  readonly record: (reason: string, rows: readonly RowToRecord[]) => void
}

/** Records chosen rows piece by piece, then looks at the sheet anew. What broke off half way is taken up by asking again. */
export function useRecording(fileId: string): Recording {
  const { words, locale } = useWords()
  const client = useQueryClient()
  const [results, setResults] = useState<readonly Result[]>([])
  const [progress, setProgress] = useState<readonly [number, number]>()
  const [problem, setProblem] = useState('')
  const query = returnedQuery(fileId)
  const record = async (reason: string, rows: readonly RowToRecord[]) => {
    if (progress) return
    const known = new Map(client.getQueryData(query.queryKey)?.rows.map(({ row, matter }) => [row, matter]))
    setProblem('')
    setResults([])
    setProgress([0, rows.length])
    try {
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        const piece = await recordRows(fileId, reason, rows.slice(at, at + AT_ONCE))
        const told = piece.map((result): Result => {
          const matter = known.get(result.row)
          return matter ? { ...result, matter } : result
        })
        setResults((before) => [...before, ...told])
        setProgress([Math.min(at + AT_ONCE, rows.length), rows.length])
      }
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
    await client.invalidateQueries({ queryKey: query.queryKey })
    await client.invalidateQueries({ queryKey: ['sheet'] })
    setProgress(undefined)
  }
  return { results, progress, problem, record: (reason, rows) => void record(reason, rows) }
}
