import type { ReactNode } from 'react'
import { useWords } from '../../words/words.tsx'
import './masked-field.css'

/** The mask has one length, so that it tells nothing. */
const MASK = '*** **** ****'

/** A personal value, covered until somebody opens it with a reason. */
export function MaskedField({ title, value, after }: { title: string; value: string | undefined; after?: ReactNode }) {
  const { words } = useWords()
  return (
    <div className="masked">
      <dt>{title}</dt>
      <dd>
        {value === undefined ? (
          <span className="mask">
            <span aria-hidden="true">{MASK}</span>
            <span className="hidden">{words.matter.masked}</span>
          </span>
        ) : (
          <b>{value}</b>
        )}
        {after}
      </dd>
    </div>
  )
}
