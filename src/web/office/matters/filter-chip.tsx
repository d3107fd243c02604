import { useId, useState } from 'react'
import { Floating } from '../../parts/shell/floating.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'

export type FilterOption = { readonly value: string; readonly title: string; readonly depth?: number }

/** Lists longer than this can be searched. */
const SEARCHED_FROM = 12

/** A filter: closed it says its value, open it lists what one may choose. */
export function FilterChip({
  name,
  value,
  shown,
  options,
  choose,
}: {
  name: string
  value: string | undefined
  shown: string | undefined
  options: readonly FilterOption[]
  choose: (value: string | undefined) => void
}) {
  const { words } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <span className={`filter floating-place${value ? ' is-set' : ''}`}>
      <button type="button" className="filter-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{name}</span> <b>{value ? (shown ?? value) : words.all}</b>
        {!value && <Icon name="down" size={14} />}
      </button>
      {value && (
        <button
          type="button"
          className="filter-clear"
          aria-label={words.matters.clearOne(name)}
          onClick={() => choose(undefined)}
        >
          <Icon name="close" size={14} />
        </button>
      )}
      {open && (
        <Floating label={name} align="left" close={() => setOpen(false)} className="filter-list">
          <Options
            options={options}
            value={value}
            choose={(next) => {
              setOpen(false)
              choose(next)
            }}
          />
        </Floating>
      )}
    </span>
  )
}

function Options({
  options,
  value,
  choose,
}: {
  options: readonly FilterOption[]
  value: string | undefined
  choose: (value: string | undefined) => void
}) {
  const { words } = useWords()
  const [typed, setTyped] = useState('')
  const id = useId()
  const found = typed ? options.filter(({ title }) => title.toLowerCase().includes(typed.toLowerCase())) : options
  return (
    <>
      {options.length >= SEARCHED_FROM && (
        <div className="filter-search">
          <label className="hidden" htmlFor={id}>
            {words.keys.search}
          </label>
          <input
            id={id}
            className="input"
            data-focus
            placeholder={words.keys.search}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      <ul className="menu">
        {!typed && (
          <li>
            <button
              type="button"
              className="menu-item"
              aria-current={value === undefined}
              onClick={() => choose(undefined)}
            >
              {words.all}
            </button>
          </li>
        )}
        {found.map((option) => (
          <li key={option.value}>
            <button
              type="button"
              className="menu-item"
              aria-current={value === option.value}
              style={{ paddingLeft: 10 + 16 * (typed ? 0 : (option.depth ?? 0)) }}
              onClick={() => choose(option.value)}
            >
              {option.title}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
