import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { ACCESS_KINDS } from '../../../domain/views/access-views.ts'
import { useOffice } from '../../client/office.tsx'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { useWords } from '../../words/words.tsx'
import { readReadingsSearch } from './readings-search.ts'

/** By matter, unit, post, kind of reading and days; what was chosen stands in the address. */
export function LogFilters() {
  const { filter } = useReadingsWords()
  const { kinds } = useReadingsWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const search = useSearch({ from: '/readings' })
  const navigate = useNavigate({ from: '/readings' })
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget).entries())
    void navigate({ search: readReadingsSearch({ ...given, show: 'all' }), replace: true, resetScroll: false })
  }
  const units = Object.values(directory.units).sort((a, b) => (a.path < b.path ? -1 : 1))
  const posts = Object.values(directory.posts).sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
  const named = (unitId: string) => {
    const unit = directory.units[unitId]
    return unit ? say(unit.name) : ''
  }
  return (
    <form key={JSON.stringify(search)} className="readings-filter no-print" onSubmit={look}>
      <label>
        {filter.matter}
        <input className="input" name="reference" maxLength={100} defaultValue={search.reference} />
      </label>
      <label>
        {filter.unit}
        <select className="input" name="unit" defaultValue={search.unit ?? ''}>
          <option value="">{filter.any}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {filter.post}
        <select className="input" name="post" defaultValue={search.post ?? ''}>
          <option value="">{filter.any}</option>
          {posts.map(({ id, title, unitId }) => (
            <option key={id} value={id}>
              {`${named(unitId)} ${say(title)}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        {filter.kind}
        <select className="input" name="what" defaultValue={search.what ?? ''}>
          <option value="">{filter.any}</option>
          {ACCESS_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {filter.from}
        <input className="input" type="date" name="from" defaultValue={search.from} />
      </label>
      <label>
        {filter.to}
        <input className="input" type="date" name="to" defaultValue={search.to} />
      </label>
      <span className="readings-buttons">
        <button type="submit" className="button is-primary">
          {filter.look}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void navigate({ search: { show: 'all' }, replace: true, resetScroll: false })}
        >
          {filter.clear}
        </button>
      </span>
    </form>
  )
}
