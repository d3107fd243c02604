import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { BULLETIN_KINDS, BULLETIN_TITLES, type BulletinKind } from '../../../domain/bulletins/bulletin.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { useWords } from '../../words/words.tsx'
import { addBulletin } from './bulletins-api.ts'
import { firstWish, ScopeFields } from './scope-fields.tsx'

/** Chooses what to write about; the figures are counted at once. */
export function BeginDrawer({ kinds, close }: { kinds: readonly string[]; close: () => void }) {
  const words = useBulletinsWords()
  const { words: common, say, locale } = useWords()
  const { actor, today } = useOffice()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [kind, setKind] = useState<BulletinKind>('monthly')
  const [wish, setWish] = useState(() => firstWish(today(), actor.unitId, kinds))
  const send = useMutation({
    mutationFn: () => addBulletin(kind, wish),
    onSuccess: ({ id }) => {
      notify(words.made)
      void navigate({ to: '/bulletins/$id', params: { id } })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['bulletins'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Drawer
      title={words.beginTitle}
      close={close}
      width={560}
      foot={
        <>
          <button
            type="submit"
            form="begin-bulletin"
            className="button is-primary"
            disabled={send.isPending || wish.scope.kinds.length === 0}
          >
            {send.isPending ? words.counting : words.beginIt}
          </button>
          <button type="button" className="button" onClick={close}>
            {common.cancel}
          </button>
        </>
      }
    >
      <form id="begin-bulletin" className="bulletin-form" onSubmit={submit}>
        {send.error && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problemText(send.error, common, locale).text}
          </p>
        )}
        <fieldset className="field">
          <legend className="label">{words.kind}</legend>
          {BULLETIN_KINDS.map((each) => (
            <label key={each} className="bulletin-choice">
              <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />
              <span>
                <b>{say(BULLETIN_TITLES[each])}</b>
                <span className="hint">{words.kinds[each]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <ScopeFields wish={wish} change={setWish} kinds={kinds} />
      </form>
    </Drawer>
  )
}
