import type { ReactNode } from 'react'
import { useWords } from '../../words/words.tsx'
import './masked-field.css'

/** Of what lies in the vault not even a length is told. */
const MASK = '*** **** ****'

type Props = {
  readonly title: string
  readonly value: string | undefined
  /** What the reader may know of it before opening it. */
  readonly mask?: string | undefined
  readonly after?: ReactNode
}

/** A personal value, covered until somebody opens it with a reason. */
export function MaskedField({ title, value, mask = MASK, after }: Props) {
  const { words } = useWords()
  return (
    <div className="masked">
      <dt>{title}</dt>
      <dd>
        {value === undefined ? (
          <span className="mask">
            <span aria-hidden="true">{mask}</span>
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
