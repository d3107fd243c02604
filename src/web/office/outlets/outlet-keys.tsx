import { useState } from 'react'
import { useOutletWords } from '../../words/use-outlet-words.ts'

type Keys = { readonly url?: string; readonly secret?: string }

/** Address and secret while they are typed: never in a draft, because whoever has them writes into the group. */
export function useKeys() {
  const { form } = useOutletWords()
  const [keys, setKeys] = useState<Keys>({})
  const set = (name: keyof Keys) => (typed: string) => {
    const { [name]: _, ...others } = keys
    setKeys(typed.trim() ? { ...others, [name]: typed.trim() } : others)
  }
  return {
    keys,
    askUrl: (title: string, hint: string, required: boolean) => (
      <KeyInput type="url" title={title} hint={hint} required={required} change={set('url')} />
    ),
    askSecret: (hint: string, required: boolean) => (
      <KeyInput type="password" title={form.secret} hint={hint} required={required} change={set('secret')} />
    ),
  }
}

function KeyInput({
  type,
  title,
  hint,
  required,
  change,
}: {
  type: 'url' | 'password'
  title: string
  hint: string
  required: boolean
  change: (typed: string) => void
}) {
  return (
    <label className="outlet-key">
      <span>
        {title}
        {required && <b aria-hidden="true"> *</b>}
      </span>
      <input
        type={type}
        className="input"
        autoComplete="off"
        required={required}
        onChange={({ target }) => change(target.value)}
      />
      <small className="hint">{hint}</small>
    </label>
  )
}
