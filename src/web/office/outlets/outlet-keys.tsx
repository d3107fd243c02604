import { useState } from 'react'
import { ariaOf, type ControlProps, type Instead } from '../../parts/form/control.ts'

type Name = 'url' | 'secret'
type Keys = Readonly<Partial<Record<Name, string>>>

/** What the form itself, and so a draft, knows of an address or secret: that one was typed. */
const TYPED = '••••••••'

/** Address and secret while they are typed: in no draft, because whoever has them writes into the group. */
export function useKeys(): { readonly keys: Keys; readonly instead: Instead } {
  const [keys, setKeys] = useState<Keys>({})
  const input = (name: Name, type: 'url' | 'password') => (control: ControlProps) => (
    <input
      id={control.id}
      type={type}
      className="input"
      autoComplete="off"
      value={keys[name] ?? ''}
      onChange={({ target }) => {
        const typed = target.value.trim()
        const { [name]: _, ...others } = keys
        setKeys(typed ? { ...others, [name]: typed } : others)
        control.change(typed ? TYPED : undefined)
      }}
      {...ariaOf(control)}
    />
  )
  return { keys, instead: { url: input('url', 'url'), secret: input('secret', 'password') } }
}
