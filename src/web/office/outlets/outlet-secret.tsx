import { useState } from 'react'
import { copyText } from '../../client/browser/copy-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useOutletWords } from '../../words/told/use-outlet-words.ts'
import { useWords } from '../../words/words.tsx'

/** The one sight of a webhook's secret. It is in no cache and no draft: closed is gone. */
export function OutletSecret({ secret, close }: { secret: string; close: () => void }) {
  const { words } = useWords()
  const { made } = useOutletWords()
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
