import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { BulletinView } from '../../../domain/bulletins/bulletin.ts'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { useWords } from '../../words/words.tsx'
import { bulletinsQuery, recountBulletin } from './bulletins-api.ts'
import { ScopeFields, type Wish } from './scope-fields.tsx'

type Props = { view: BulletinView; version: number; flush: () => Promise<void>; close: () => void }

/** Another period or scope: the texts stay, the figures are counted again. */
export function RecountDrawer({ view, version, flush, close }: Props) {
  const words = useBulletinsWords()
  const { words: common, locale } = useWords()
  const client = useQueryClient()
  const { data } = useQuery(bulletinsQuery)
  const [wish, setWish] = useState<Wish>({ scope: view.scope, period: view.period })
  const send = useMutation({
    mutationFn: async () => {
      await flush()
      return recountBulletin(view.id, version, wish)
    },
    onSuccess: close,
    onSettled: () => client.invalidateQueries({ queryKey: ['bulletins'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Drawer
      title={words.recount}
      close={close}
      width={560}
      foot={
        <>
          <button
            type="submit"
            form="recount-bulletin"
            className="button is-primary"
            disabled={send.isPending || wish.scope.kinds.length === 0}
          >
            {send.isPending ? words.counting : words.recountIt}
          </button>
          <button type="button" className="button" onClick={close}>
            {common.cancel}
          </button>
        </>
      }
    >
      <form id="recount-bulletin" className="bulletin-form" onSubmit={submit}>
        {send.error && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problemText(send.error, common, locale).text}
          </p>
        )}
        <ScopeFields wish={wish} change={setWish} kinds={data?.kinds ?? view.scope.kinds} />
      </form>
    </Drawer>
  )
}
