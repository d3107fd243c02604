import { useState } from 'react'
import { copyText } from '../../client/browser/copy-text.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'
import { AccountSection } from './account-section.tsx'

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
    <AccountSection id="codes" title={recovery.title} begins>
      <p>{recovery.shown}</p>
      <ul className="account-codes">
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
    </AccountSection>
  )
}
