import { useState } from 'react'
import { copyText } from '../../client/browser/copy-text.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'

/** The one sight of recovery codes. They are in no cache: closed is gone. */
export function ShownCodes({ codes, close }: { codes: readonly string[]; close: () => void }) {
  const { words } = useWords()
  const { recovery } = useSignInWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await copyText(codes.join('\n'))
    setCopied(true)
  }
  return (
    <div className="account-codes" role="status">
      <p>{recovery.shown}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="account-acts">
        <button type="button" className="button is-primary" onClick={close}>
          {recovery.kept}
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          {copied ? words.copied : recovery.copy}
        </button>
      </p>
    </div>
  )
}
