import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { AnswerTextWish } from '../../../domain/answer-texts/answer-text.ts'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { addText, changeText, removeText } from '../../parts/texts/texts-api.ts'
import { Icon } from '../../theme/icon.tsx'
import { useTextsWords } from '../../words/told/use-texts-words.ts'
import { useWords } from '../../words/words.tsx'
import { TextFields } from './text-fields.tsx'
import type { TextChange } from './text-task.ts'

const startOf = (task: TextChange): AnswerTextWish =>
  task.kind === 'add'
    ? { title: '', body: '', ...(task.procedure ? { procedure: task.procedure } : {}) }
    : wishOf(task.text)
const wishOf = ({ title, body, procedure, category }: AnswerTextWish): AnswerTextWish => ({
  title: title.trim(),
  body: body.trim(),
  ...(procedure ? { procedure } : {}),
  ...(procedure && category ? { category } : {}),
})

/** Adds words, changes them, or takes them out of use. */
export function TextDrawer({ task, close }: { task: TextChange; close: () => void }) {
  const { words, locale } = useWords()
  const texts = useTextsWords()
  const client = useQueryClient()
  const [wish, setWish] = useState(() => startOf(task))
  const send = useMutation({
    mutationFn: async () => {
      if (task.kind === 'add') await addText(wishOf(wish))
      else if (task.kind === 'edit') await changeText(task.text.id, task.text.version, wishOf(wish))
      else await removeText(task.text.id, task.text.version)
    },
    onSuccess: () => {
      notify(task.kind === 'remove' ? texts.removed : texts.saved)
      close()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['answer-texts'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  const title =
    task.kind === 'add'
      ? texts.addTitle
      : task.kind === 'edit'
        ? texts.editTitle(task.text.title)
        : texts.removeTitle(task.text.title)
  return (
    <Drawer
      title={title}
      {...(task.kind === 'remove' ? { under: texts.removeText } : {})}
      close={close}
      width={520}
      foot={
        <>
          <button type="submit" form="text-form" className="button is-primary" disabled={send.isPending}>
            {task.kind === 'remove' ? texts.remove : texts.form.save}
          </button>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      <form id="text-form" className="text-form" onSubmit={submit}>
        {send.error && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problemText(send.error, words, locale).text}
          </p>
        )}
        {task.kind === 'remove' ? (
          <p className="text-body">{task.text.body}</p>
        ) : (
          <TextFields wish={wish} change={setWish} />
        )}
      </form>
    </Drawer>
  )
}
