import { useState } from 'react'
import type { OneTimePassword } from '../../../domain/views/admin-views.ts'
import { copyText } from '../../client/browser/copy-text.ts'
import { useOffice } from '../../client/office.tsx'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'

/** The one sight of a one-time password. It is in no cache and no draft: closed is gone. */
export function OneTimePasswordDialog({
  secret: { username, password, until },
  close,
}: {
  secret: OneTimePassword
  close: () => void
}) {
  const { words, locale } = useWords()
  const { today } = useOffice()
  const admin = useAdminWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await copyText(password)
    setCopied(true)
  }
  return (
    <Drawer
      title={admin.password.title}
      under={admin.password.for(username)}
      close={close}
      width={420}
      foot={
        <button type="button" className="button is-primary" onClick={close}>
          {admin.password.close}
        </button>
      }
    >
      <p className="one-time">
        <code>{password}</code>
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name={copied ? 'check' : 'copy'} size={16} />
          {copied ? words.copied : words.copy}
        </button>
      </p>
      <p>{admin.password.once}</p>
      <p className="hint">{admin.password.next(momentText(until, today(), locale))}</p>
    </Drawer>
  )
}
