import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeptPreference } from '../../../domain/notice/mail-preference.ts'
import { confirmMail, sendMailCode } from '../../client/api.ts'
import { problemText } from '../../client/problem-text.ts'
import { mailQuery } from '../../client/queries.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useInboxWords } from '../../words/told/use-inbox-words.ts'
import { useWords } from '../../words/words.tsx'

/** Gives the code back that was mailed, or asks for another. */
export function MailCode({
  preference,
  edit,
  close,
}: {
  preference: KeptPreference
  edit: () => void
  close: () => void
}) {
  const { words, locale } = useWords()
  const { mail } = useInboxWords()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => confirmMail(code),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mailQuery.queryKey })
      notify(mail.confirmed)
      close()
    },
  })
  const again = useMutation({ mutationFn: sendMailCode })
  const failed = confirm.error ?? again.error
  return (
    <form
      className="mail-form"
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate()
      }}
    >
      <p>{mail.codeSent(preference.address)}</p>
      <label>
        {mail.code}
        <input
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d{6}"
          maxLength={6}
          required
          value={code}
          onChange={({ target }) => setCode(target.value.trim())}
        />
      </label>
      {failed && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problemText(failed, words, locale).text}
        </p>
      )}
      <div className="mail-buttons">
        <button type="submit" className="button is-primary" disabled={confirm.isPending}>
          {mail.confirm}
        </button>
        <button type="button" className="button" disabled={again.isPending} onClick={() => again.mutate()}>
          {mail.codeAgain}
        </button>
        <button type="button" className="button" onClick={edit}>
          {mail.edit}
        </button>
      </div>
    </form>
  )
}
