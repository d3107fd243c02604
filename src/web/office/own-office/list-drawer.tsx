import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { OneTimePassword, RefusedRow } from '../../../domain/views/admin-views.ts'
import { issueText } from '../../../domain/wording/issue-text.ts'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import type { OwnOfficeWords } from '../../words/own-office.zh.ts'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { listText } from './list-text.ts'
import { takeDays, takePeople, takeUnits } from './office-api.ts'

export type ListKind = 'units' | 'people' | 'days'
type Result = { counts: string[]; refused: readonly RefusedRow[]; passwords: readonly OneTimePassword[] }

/** Takes a list in from a file. Good rows go in; the others are named with row and reason, and the file stays chosen. */
export function ListDrawer({ kind, title, close }: { kind: ListKind; title: string; close: () => void }) {
  const { words, locale } = useWords()
  const say = useOwnOfficeWords()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [county, setCounty] = useState('')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!file) return setProblem(say.list.noFile)
    setBusy(true)
    setProblem('')
    try {
      const csv = await listText(file, county)
      if (csv === undefined) return setProblem(say.list.tooLarge)
      setResult(await take(kind, { csv, reason, county }, say))
      await client.invalidateQueries()
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    } finally {
      setBusy(false)
    }
  }
  const columns = { units: say.list.unitsColumns, people: say.list.peopleColumns, days: say.list.daysColumns }[kind]
  const foot = (
    <button type="submit" form="list-form" className="button is-primary" aria-disabled={busy}>
      {say.list.send}
    </button>
  )
  return (
    <Drawer title={title} under={columns} close={close} width={560} foot={foot}>
      <form id="list-form" className="admin-form" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label htmlFor="list-file">
            <b>{say.list.file}</b>
          </label>
          <p className="hint">{say.list.fileHint}</p>
          <input
            id="list-file"
            type="file"
            accept=".csv,.txt,.gz"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </div>
        {kind === 'units' && (
          <LineField
            id="list-county"
            title={say.list.county}
            hint={say.list.countyHint}
            value={county}
            change={setCounty}
          />
        )}
        <LineField
          id="list-reason"
          title={say.reason}
          hint={say.reasonHint}
          value={reason}
          change={setReason}
          required
        />
        {problem && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problem}
          </p>
        )}
      </form>
      {result && <ListResult result={result} />}
    </Drawer>
  )
}

type LineProps = {
  readonly id: string
  readonly title: string
  readonly hint: string
  readonly value: string
  readonly change: (value: string) => void
  readonly required?: boolean
}

function LineField({ id, title, hint, value, change, required = false }: LineProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        <b>{title}</b>
      </label>
      <p className="hint">{hint}</p>
      <input
        id={id}
        className="input"
        value={value}
        required={required}
        {...(required ? { minLength: 2 } : {})}
        onChange={(event) => change(event.target.value.trim())}
      />
    </div>
  )
}

function ListResult({ result: { counts, refused, passwords } }: { result: Result }) {
  const { words, locale } = useWords()
  const { list } = useOwnOfficeWords()
  return (
    <section role="status">
      <p>
        <b>{counts.join(words.listComma)}</b>
      </p>
      {refused.length > 0 && <p className="alarm">{list.refused(refused.length)}</p>}
      <ul>
        {refused.map(({ row, issues }) => (
          <li key={row}>
            {list.row(row)}
            {words.colon}
            {issues
              .map((issue) => issueText({ ...issue, field: issue.column ?? issue.field }, undefined, locale))
              .join(words.listComma)}
          </li>
        ))}
      </ul>
      {passwords.length > 0 && <p>{list.passwords}</p>}
      <dl className="own-facts">
        {passwords.map(({ username, password }) => (
          <div key={username}>
            <dt>{username}</dt>
            <dd>
              <code>{password}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

async function take(
  kind: ListKind,
  { county, ...given }: { csv: string; reason: string; county: string },
  { list }: OwnOfficeWords,
): Promise<Result> {
  if (kind === 'people') {
    const { addedPeople, addedPosts, known, ...rest } = await takePeople(given)
    return { counts: [list.people(addedPeople), list.posts(addedPosts), list.known(known)], ...rest }
  }
  if (kind === 'days') {
    const { added, refused } = await takeDays(given)
    return { counts: [list.added(added)], refused, passwords: [] }
  }
  const { added, known, refused } = await takeUnits({ ...given, ...(county ? { county } : {}) })
  return { counts: [list.added(added), list.known(known)], refused, passwords: [] }
}
