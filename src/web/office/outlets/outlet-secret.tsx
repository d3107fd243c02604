import { useState } from 'react'
import { copyText } from '../../client/browser/copy-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'

type Words = { readonly title: string; readonly how: string; readonly once: string; readonly close: string }

/** The one sight of a secret. It is in no cache and no draft: closed is gone. */
export function OutletSecret({ secret, words: made, close }: { secret: string; words: Words; close: () => void }) {
  const { words } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await copyText(secret)
    setCopied(true)
  }
  return (
    <Drawer
      title={made.title}
      under={made.how}
      close={close}
      width={480}
      foot={
        <button type="button" className="button is-primary" onClick={close}>
          {made.close}
        </button>
      }
    >
      <p className="one-time outlet-secret">
        <code>{secret}</code>
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name={copied ? 'check' : 'copy'} size={16} />
          {copied ? words.copied : words.copy}
        </button>
      </p>
      <p>{made.once}</p>
    </Drawer>
  )
}
