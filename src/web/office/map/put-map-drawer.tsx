import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { AreaRow } from '../../../domain/map/map-area.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { useMapWords } from '../../words/map/use-map-words.ts'
import { useWords } from '../../words/words.tsx'
import { changeMap, type SentMap, sendMap } from './map-api.ts'

const WIDTH = 720

/** Sends a file, shows which shape stands for which unit, and makes it the map with a reason. */
export function PutMapDrawer({ seenVersion, close }: { seenVersion: number; close: () => void }) {
  const { drawer } = useMapWords()
  const { words, locale } = useWords()
  const [sent, setSent] = useState<SentMap>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const doing = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem('')
    try {
      await work()
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Drawer title={drawer.title} under={drawer.under} close={close} width={WIDTH}>
      <div className="map-put">
        <p>{drawer.rules}</p>
        <p className="muted">{drawer.match}</p>
        <label className="button is-outline map-file">
          {busy && !sent ? drawer.sending : sent ? drawer.another : drawer.choose}
          <input
            type="file"
            accept=".geojson,.json,application/geo+json"
            className="hidden"
            disabled={busy}
            onChange={({ target }) => {
              const [file] = target.files ?? []
              target.value = ''
              if (file) void doing(async () => setSent(await sendMap(file)))
            }}
          />
        </label>
        {problem && (
          <p className="error-line" role="alert">
            {problem}
          </p>
        )}
        {sent && (
          <>
            <Found sent={sent} />
            <KeepForm sent={sent} seenVersion={seenVersion} busy={busy} doing={doing} close={close} />
          </>
        )}
      </div>
    </Drawer>
  )
}

function Found({ sent: { name, rows, without } }: { sent: SentMap }) {
  const { drawer } = useMapWords()
  const { say, words } = useWords()
  const { directory } = useOffice()
  const matched = rows.filter(({ unitId }) => unitId !== undefined).length
  return (
    <div>
      <h3>
        {name}
        {words.colon}
        {drawer.found(matched, rows.length)}
      </h3>
      {without.length > 0 && (
        <p className="hint">
          {drawer.without(without.map((id) => unitName(directory, id, say)).join(words.listComma))}
        </p>
      )}
      <WideTable label={name} className="map-table-frame is-high">
        <table className="map-table">
          <thead>
            <tr>
              <th scope="col">{drawer.row}</th>
              <th scope="col">{drawer.name}</th>
              <th scope="col">{drawer.stands}</th>
              <th scope="col">{drawer.points}</th>
              <th scope="col">{drawer.notes}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FoundRow key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      </WideTable>
    </div>
  )
}

function FoundRow({ row }: { row: AreaRow }) {
  const { drawer } = useMapWords()
  const { say, words } = useWords()
  const { directory } = useOffice()
  const notes = [
    row.trouble && drawer.trouble[row.trouble],
    row.crossings > 0 && drawer.crossings(row.crossings),
    row.population !== undefined && drawer.population(row.population.toLocaleString('en')),
  ].filter(Boolean)
  return (
    <tr>
      <td>{row.row}</td>
      <td className="is-text">{row.name ?? row.code ?? drawer.nameless}</td>
      <td className="is-text">{row.unitId ? unitName(directory, row.unitId, say) : words.none}</td>
      <td>{row.points.toLocaleString('en')}</td>
      <td className={row.trouble ? 'is-text alarm' : 'is-text'}>{notes.join(words.semicolon) || drawer.clean}</td>
    </tr>
  )
}

function KeepForm({
  sent,
  seenVersion,
  busy,
  doing,
  close,
}: {
  sent: SentMap
  seenVersion: number
  busy: boolean
  doing: (work: () => Promise<void>) => Promise<void>
  close: () => void
}) {
  const { drawer } = useMapWords()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const id = useId()
  if (!sent.rows.some(({ unitId }) => unitId !== undefined)) return <p className="field-issue">{drawer.none}</p>
  const keep = (event: FormEvent) => {
    event.preventDefault()
    void doing(async () => {
      await changeMap({ file: sent.id, seenVersion, reason })
      await client.invalidateQueries({ queryKey: ['map'] })
      close()
    })
  }
  return (
    <form className="field" onSubmit={keep}>
      <label htmlFor={id}>{drawer.reason}</label>
      <input
        id={id}
        className="input"
        required
        minLength={2}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="hint">{drawer.reasonHint}</p>
      <button type="submit" className="button is-primary" disabled={busy}>
        {drawer.keep}
      </button>
    </form>
  )
}
