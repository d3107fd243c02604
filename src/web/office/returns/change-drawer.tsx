import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ReturnForm } from '../../../domain/returns/return-views.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { changeReturn } from '../../client/returns/returns-api.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'
import { FormFields, type FormWish } from './form-fields.tsx'

/** Calls a form otherwise, sets its day, or takes it over from another post of the unit. */
export function ChangeDrawer({ form, close }: { form: ReturnForm; close: () => void }) {
  const { words, say, locale } = useWords()
  const { change } = useReturnsWords()
  const { directory, actor } = useOffice()
  const client = useQueryClient()
  const { id, name, superior, cycle, dueDay, postId } = form
  const [wish, setWish] = useState<FormWish>({
    name,
    superior,
    cycle,
    dueDay: dueDay === undefined ? '' : String(dueDay),
  })
  const [mine, setMine] = useState(false)
  const send = useMutation({
    mutationFn: () => {
      const due = cycle === 'none' || wish.dueDay === '' ? {} : { dueDay: Number(wish.dueDay) }
      return changeReturn(id, { name: wish.name.trim(), superior: wish.superior.trim(), mine, ...due })
    },
    onSuccess: async () => {
      notify(change.saved)
      await client.invalidateQueries({ queryKey: ['returns'] })
      close()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate()
  }
  const post = directory.posts[postId]
  return (
    <Drawer
      title={change.title}
      close={close}
      width={520}
      foot={
        <>
          <button type="submit" form="return-change" className="button is-primary" disabled={send.isPending}>
            {change.save}
          </button>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      <form id="return-change" className="returns-form" onSubmit={submit}>
        {send.error && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problemText(send.error, words, locale).text}
          </p>
        )}
        <FormFields wish={wish} change={setWish} fixedCycle />
        {postId !== actor.postId && (
          <label className="returns-mine">
            <input type="checkbox" checked={mine} onChange={({ target }) => setMine(target.checked)} />
            {change.mine(post ? say(post.title) : postId)}
          </label>
        )}
      </form>
    </Drawer>
  )
}
