import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { type Block, type BulletinView, LONGEST_BLOCK, type TypicalCase } from '../../../domain/bulletins/bulletin.ts'
import { BLOCK_TITLES } from '../../../domain/bulletins/outlines.ts'
import { Icon } from '../../theme/icon.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { useWords } from '../../words/words.tsx'
import type { BlockConflict } from './merge-blocks.ts'
import type { Naming } from './paper/paper-model.ts'
import { partsOf } from './paper/parts.ts'
import { Parts } from './paper-view.tsx'

type Props = {
  bulletin: BulletinView
  block: Block
  naming: Naming
  change: (block: Block) => void
  up: (() => void) | undefined
  down: (() => void) | undefined
  remove: () => void
  pick: () => void
  conflict: BlockConflict | undefined
  settle: (theirs?: Block) => void
}

/** One part: its heading, what is counted for it, the author's own words, its place. */
export function BlockCard({ bulletin, block, naming, change, up, down, remove, pick, conflict, settle }: Props) {
  const words = useBulletinsWords()
  const { say } = useWords()
  const [titleField, textField, hint] = [useId(), useId(), useId()]
  const name = block.title || say(BLOCK_TITLES[block.kind])
  const counted = partsOf(
    { ...block, text: '', cases: [] },
    { unitId: bulletin.scope.unitId },
    bulletin.figures,
    naming,
  )
  return (
    <section className="card bulletin-block" aria-label={name}>
      <header>
        <label className="hidden" htmlFor={titleField}>
          {words.blockTitle}
        </label>
        <input
          id={titleField}
          className="input"
          value={block.title}
          maxLength={80}
          onChange={({ target }) => change({ ...block, title: target.value })}
        />
        <MoveButton name="up" label={words.up(name)} act={up} />
        <MoveButton name="down" label={words.down(name)} act={down} />
        <MoveButton name="close" label={words.remove(name)} act={remove} />
      </header>
      {conflict && (
        <div className="bulletin-conflict" role="alert">
          <b>{words.theirs}</b>
          <p>{[conflict.theirs?.title, conflict.theirs?.text].filter(Boolean).join('\n') || '—'}</p>
          {conflict.theirs && (
            <button type="button" className="button is-small" onClick={() => settle(conflict.theirs)}>
              {words.takeTheirs}
            </button>
          )}
          <button type="button" className="button is-small" onClick={() => settle()}>
            {words.keepMine}
          </button>
        </div>
      )}
      <div className="bulletin-counted">
        <Parts id={bulletin.id} parts={counted} />
      </div>
      {block.kind === 'cases' && (
        <Cases cases={block.cases ?? []} change={(cases) => change({ ...block, cases })} pick={pick} />
      )}
      <div className="field">
        <label htmlFor={textField}>{words.ownText}</label>
        <textarea
          id={textField}
          className="input"
          rows={block.kind === 'text' ? 6 : 2}
          maxLength={LONGEST_BLOCK}
          aria-describedby={hint}
          value={block.text}
          onChange={({ target }) => change({ ...block, text: target.value })}
        />
        <p className="hint" id={hint}>
          {words.ownTextHint}
        </p>
      </div>
    </section>
  )
}

type MoveProps = { name: 'up' | 'down' | 'close'; label: string; act: (() => void) | undefined }

const MoveButton = ({ name, label, act }: MoveProps) => (
  <button type="button" className="icon-button" aria-label={label} title={label} disabled={!act} onClick={act}>
    <Icon name={name} size={16} />
  </button>
)

type CasesProps = { cases: readonly TypicalCase[]; change: (cases: TypicalCase[]) => void; pick: () => void }

function Cases({ cases, change, pick }: CasesProps) {
  const words = useBulletinsWords()
  const set = (at: number, next: TypicalCase) => change(cases.map((each, index) => (index === at ? next : each)))
  return (
    <>
      {cases.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two cases may tell of the same matter
        <fieldset key={at} className="bulletin-case-fields">
          <legend className="hidden">{each.title}</legend>
          <input
            className="input"
            aria-label={words.caseTitle}
            value={each.title}
            maxLength={80}
            onChange={({ target }) => set(at, { ...each, title: target.value })}
          />
          <textarea
            className="input"
            aria-label={words.caseText}
            rows={4}
            maxLength={LONGEST_BLOCK}
            value={each.text}
            onChange={({ target }) => set(at, { ...each, text: target.value })}
          />
          <span>
            {each.matterId && (
              <Link to="/matters/$id" params={{ id: each.matterId }}>
                {words.openCase}
              </Link>
            )}
            <button
              type="button"
              className="link-button"
              onClick={() => change(cases.filter((_, index) => index !== at))}
            >
              {words.remove(each.title)}
            </button>
          </span>
        </fieldset>
      ))}
      <button type="button" className="button" onClick={pick}>
        {words.addCase}
      </button>
    </>
  )
}
