import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SurveyView } from '../../../domain/surveys/survey-view.ts'
import { problemText } from '../../client/problem-text.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'
import { ACTS } from './surveys-api.ts'

type Doing = keyof typeof ACTS
const DOINGS = ['open', 'close', 'drop'] as const satisfies readonly Doing[]

/** What is done with a survey as a whole. What cannot be taken back says so and asks for a second press. */
export function Acts({ view: { id, version, may } }: { view: SurveyView }) {
  const words = useSurveysWords()
  const { words: common, locale } = useWords()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'open' | 'close'>()
  const send = useMutation({
    mutationFn: (doing: Doing) => ACTS[doing](id, version),
    onSuccess: (_, doing) => notify({ open: words.opened, close: words.closed, drop: words.dropped }[doing]),
    onSettled: () => {
      setAsked(undefined)
      return client.invalidateQueries({ queryKey: ['surveys'] })
    },
  })
  const ask = (doing: Doing) => (doing === 'drop' ? send.mutate(doing) : setAsked(doing))
  return (
    <div className="survey-acts">
      {asked ? (
        <fieldset className="survey-sure" aria-label={words[asked]}>
          <p>{asked === 'open' ? words.openAsk : words.closeAsk}</p>
          <button
            type="button"
            className="button is-primary"
            // The press before this one took the button away that had the focus.
            ref={(button) => button?.focus()}
            disabled={send.isPending}
            onClick={() => send.mutate(asked)}
          >
            {words.sure[asked]}
          </button>
          <button type="button" className="button" onClick={() => setAsked(undefined)}>
            {words.notYetSure}
          </button>
        </fieldset>
      ) : (
        DOINGS.filter((doing) => may.includes(doing)).map((doing) => (
          <button
            key={doing}
            type="button"
            className={doing === 'drop' ? 'button' : 'button is-primary'}
            disabled={send.isPending}
            onClick={() => ask(doing)}
          >
            {words[doing]}
          </button>
        ))
      )}
      {send.error && (
        <p className="error-line" role="alert">
          {problemText(send.error, common, locale).text}
        </p>
      )}
    </div>
  )
}
