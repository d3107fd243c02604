import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { RETURN_CYCLES, type ReturnCycle } from '../../../domain/returns/return-views.ts'
import { problemText } from '../../client/problem-text.ts'
import { addReturn } from '../../client/returns/returns-api.ts'
import { upload } from '../../client/upload.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'

type Wish = { readonly name: string; readonly superior: string; readonly cycle: ReturnCycle; readonly dueDay: string }
const NOTHING: Wish = { name: '', superior: '', cycle: 'month', dueDay: '5' }

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
        <Fields wish={wish} change={setWish} />
      </form>
    </Drawer>
  )
}

function Fields({ wish, change }: { wish: Wish; change: (wish: Wish) => void }) {
  const { form, cycles } = useReturnsWords()
  const { name, superior, cycle, dueDay } = wish
  return (
    <>
      <label className="field">
        {form.name}
        <input
          className="input"
          required
          minLength={2}
          maxLength={80}
          placeholder={form.namePlaceholder}
          value={name}
          onChange={({ target }) => change({ ...wish, name: target.value })}
        />
      </label>
      <label className="field">
        {form.superior}
        <input
          className="input"
          required
          minLength={2}
          maxLength={80}
          placeholder={form.superiorPlaceholder}
          value={superior}
          onChange={({ target }) => change({ ...wish, superior: target.value })}
        />
      </label>
      <label className="field">
        {form.cycle}
        <select
          className="input"
          value={cycle}
          onChange={({ target }) => change({ ...wish, cycle: target.value as ReturnCycle })}
        >
          {RETURN_CYCLES.map((each) => (
            <option key={each} value={each}>
              {cycles[each]}
            </option>
          ))}
        </select>
      </label>
      {cycle !== 'none' && (
        <label className="field">
          {form.dueDay}
          <input
            className="input"
            type="number"
            min={1}
            max={60}
            value={dueDay}
            onChange={({ target }) => change({ ...wish, dueDay: target.value })}
          />
        </label>
      )}
    </>
  )
}
