import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulletinView } from '../../../domain/bulletins/bulletin.ts'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { useWords } from '../../words/words.tsx'
import { ACTS } from './bulletins-api.ts'
import { RecountDrawer } from './recount-drawer.tsx'

type Props = {
  view: BulletinView
  version: number
  flush: () => Promise<void>
  done: (what: string) => Promise<void>
}

/** What may be done with the whole: each only for who may, the final ones after a question. */
export function DoingButtons({ view, version, flush, done }: Props) {
  const words = useBulletinsWords()
  const navigate = useNavigate()
  const [asks, setAsks] = useState<'issue' | 'drop' | 'sign' | 'recount'>()
  const { may, id } = view
  const act = useMutation({
    mutationFn: async (what: keyof typeof ACTS) => {
      await flush()
      return ACTS[what](id, version)
    },
    onSuccess: async (answered, what) => {
      setAsks(undefined)
      if (what === 'correct') await navigate({ to: '/bulletins/$id', params: { id: answered.id } })
      await done({ sign: words.didSign, issue: words.didIssue, drop: words.states.dropped, correct: words.made }[what])
    },
  })
  const texts = { sign: words.signHint, issue: words.issueText, drop: words.dropText }
  return (
    <>
      {may.includes('write') && (
        <button type="button" className="button" onClick={() => setAsks('recount')}>
          {words.recount}
        </button>
      )}
      {(['drop', 'sign', 'issue'] as const).map(
        (each) =>
          may.includes(each) && (
            <button
              key={each}
              type="button"
              className={`button${each === 'drop' ? '' : ' is-primary'}`}
              onClick={() => setAsks(each)}
            >
              {words[each]}
            </button>
          ),
      )}
      {may.includes('correct') && (
        <button type="button" className="button" disabled={act.isPending} onClick={() => act.mutate('correct')}>
          {words.correct}
        </button>
      )}
      {asks === 'recount' && (
        <RecountDrawer view={view} version={version} flush={flush} close={() => setAsks(undefined)} />
      )}
      {asks && asks !== 'recount' && (
        <Sure
          title={words[asks]}
          text={texts[asks]}
          error={act.error}
          isPending={act.isPending}
          go={() => act.mutate(asks)}
          close={() => setAsks(undefined)}
        />
      )}
    </>
  )
}

type SureProps = {
  title: string
  text: string
  error: unknown
  isPending: boolean
  go: () => void
  close: () => void
}

function Sure({ title, text, error, isPending, go, close }: SureProps) {
  const { words, locale } = useWords()
  return (
    <Drawer
      title={title}
      close={close}
      width={420}
      foot={
        <>
          <button type="button" className="button is-primary" disabled={isPending} onClick={go}>
            {title}
          </button>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      {error !== null && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problemText(error, words, locale).text}
        </p>
      )}
      <p>{text}</p>
    </Drawer>
  )
}
