import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemText } from '../../client/problem-text.ts'
import { addReturn } from '../../client/returns/returns-api.ts'
import { upload } from '../../client/upload.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'
import { FormFields, type FormWish } from './form-fields.tsx'

const NOTHING: FormWish = { name: '', superior: '', cycle: 'month', dueDay: '5' }

/** Takes a superior's blank form in: the file, what it is called, whose it is, and when it is due. */
export function AddDrawer({ close, added }: { close: () => void; added: (id: string) => void }) {
  const { words, locale } = useWords()
  const { form } = useReturnsWords()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [wish, setWish] = useState(NOTHING)
  const send = useMutation({
    mutationFn: async () => {
      if (!file) return
      const { name, superior, cycle, dueDay } = wish
      const kept = await upload(file, () => {})
      const due = cycle === 'none' || dueDay === '' ? {} : { dueDay: Number(dueDay) }
      const { id } = await addReturn({ name: name.trim(), superior: superior.trim(), cycle, file: kept, ...due })
      await client.invalidateQueries({ queryKey: ['returns'] })
      added(id)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate()
  }
  const choose = (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen)
    const name = chosen.name.replace(/\.\w+$/, '').replace(/^[\d\s.、-]+/, '')
    if (wish.name === '') setWish({ ...wish, name: name.slice(0, 80) })
  }
  return (
    <Drawer
      title={form.title}
      under={form.under}
      close={close}
      width={520}
      foot={
        <>
          <button type="submit" form="return-form" className="button is-primary" disabled={send.isPending || !file}>
            {send.isPending ? form.sending : form.save}
          </button>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      <form id="return-form" className="returns-form" onSubmit={submit}>
        {send.error && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problemText(send.error, words, locale).text}
          </p>
        )}
        <div className="field">
          <span className="label">{form.file}</span>
          <label className="button">
            <Icon name="upload" size={16} />
            {file?.name ?? form.choose}
            <input type="file" className="hidden" accept=".xlsx" onChange={({ target }) => choose(target.files?.[0])} />
          </label>
        </div>
        <FormFields wish={wish} change={setWish} />
      </form>
    </Drawer>
  )
}
