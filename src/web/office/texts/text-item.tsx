import type { AnswerText } from '../../../domain/answer-texts/answer-text.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { momentText } from '../../words/dates.ts'
import { useTextsWords } from '../../words/told/use-texts-words.ts'
import { useWords } from '../../words/words.tsx'
import { useKindText } from './kind-text.ts'
import type { TextTask } from './text-task.ts'

/** One text with for what it is, whose it is, and who wrote it last. */
export function TextItem({
  text,
  mayChange,
  choose,
}: {
  text: AnswerText
  mayChange: boolean
  choose: (task: TextTask) => void
}) {
  const { say, locale } = useWords()
  const texts = useTextsWords()
  const kindText = useKindText()
  const { directory, today } = useOffice()
  const { title, body, version, personName, at, own, unitId } = text
  return (
    <li className="text-item">
      <div>
        <p>
          <b>{title}</b>{' '}
          <span className="hint">
            {kindText(text)}
            {!own && ` · ${texts.from(unitName(directory, unitId, say))}`}
          </span>
        </p>
        <p className="text-body">{body}</p>
        <p className="hint">
          {texts.version(version, personName, momentText(at, today(), locale))}
          {version > 1 && (
            <>
              {' · '}
              <button type="button" className="link-button" onClick={() => choose({ kind: 'versions', text })}>
                {texts.versions}
              </button>
            </>
          )}
        </p>
      </div>
      {mayChange && (
        <div className="text-acts">
          <button type="button" className="button is-small" onClick={() => choose({ kind: 'edit', text })}>
            {texts.edit}
          </button>
          <button type="button" className="button is-small" onClick={() => choose({ kind: 'remove', text })}>
            {texts.remove}
          </button>
        </div>
      )}
    </li>
  )
}
