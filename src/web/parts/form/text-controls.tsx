import { useState } from 'react'
import { useWords } from '../../words/words.tsx'
import { TextButton } from '../texts/text-button.tsx'
import { ariaOf, type ControlProps } from './control.ts'

const LONG = 200
const DEFAULT_LONG_TEXT = 5000
const FEN = 100

const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** One line. Nothing that is typed or pasted is cut; the check says what is too long. */
export function TextControl(props: ControlProps<'text'>) {
  const { id, field, value, change } = props
  const text = asText(value)
  return (
    <>
      <input
        id={id}
        className="input"
        value={text}
        onChange={(event) => change(event.target.value)}
        {...ariaOf(props)}
      />
      <Room length={text.length} max={field.max ?? LONG} />
    </>
  )
}

/** Several lines, growing with the text. */
export function LongTextControl(props: ControlProps<'longText'>) {
  const { id, field, value, change } = props
  const text = asText(value)
  return (
    <>
      <textarea
        id={id}
        className="input form-long"
        rows={3}
        value={text}
        onChange={(event) => change(event.target.value)}
        {...ariaOf(props)}
      />
      {!field.personal && <TextButton id={id} value={text} change={change} />}
      <Room length={text.length} max={field.max ?? DEFAULT_LONG_TEXT} />
    </>
  )
}

/** Says how much room is left when it gets tight, and how much is too much. */
function Room({ length, max }: { length: number; max: number }) {
  const { words } = useWords()
  if (length <= max * 0.8) return null
  return <span className={length > max ? 'hint is-over' : 'hint'}>{words.form.characters(length, max)}</span>
}

/** A number; what does not read as one is kept as typed, so that the check can say so. */
export function NumberControl(props: ControlProps) {
  const { id, value, change } = props
  return (
    <input
      id={id}
      className="input form-short"
      inputMode="decimal"
      value={asText(value)}
      onChange={(event) => change(asNumber(event.target.value))}
      {...ariaOf(props)}
    />
  )
}

/** A number that the other answers make, as soon as they are all there. */
export function WorkedOut({ id, value }: ControlProps) {
  const { words } = useWords()
  return (
    <output id={id} className="form-worked">
      {typeof value === 'number' ? <b>{value}</b> : <span className="hint">{words.form.notYetWorkedOut}</span>}
    </output>
  )
}

/** Typed in yuan, kept in whole fen. */
export function MoneyControl(props: ControlProps) {
  const { words } = useWords()
  const { id, value, change } = props
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value / FEN) : asText(value))
  return (
    <span className="form-money">
      <input
        id={id}
        className="input form-short"
        inputMode="decimal"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          const yuan = asNumber(event.target.value)
          change(typeof yuan === 'number' ? Math.round(yuan * FEN) : yuan)
        }}
        {...ariaOf(props)}
      />
      {words.form.yuan}
    </span>
  )
}

/** Whole and decimal numbers only; `3.` is still being typed. */
const asNumber = (typed: string): number | string => (/^-?\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : typed)
