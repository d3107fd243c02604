import { useId, useState } from 'react'
import {
  BLOCK_KINDS,
  type Block,
  type BlockKind,
  type BulletinView,
  MOST_BLOCKS,
} from '../../../domain/bulletins/bulletin.ts'
import { BLOCK_TITLES, newBlock } from '../../../domain/bulletins/outlines.ts'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { useWords } from '../../words/words.tsx'
import { BlockCard } from './block-card.tsx'
import { CasesDrawer } from './cases-drawer.tsx'
import type { Naming } from './paper/paper-model.ts'
import type { useDraft } from './use-draft.ts'

type Props = { view: BulletinView; draft: ReturnType<typeof useDraft>; naming: Naming }

/** The parts of a bulletin to write, to move and to leave out. */
export function Editor({ view, draft, naming }: Props) {
  const words = useBulletinsWords()
  const titleField = useId()
  const [picking, setPicking] = useState<string>()
  const { written, change, conflicts, settle } = draft
  const { blocks } = written
  const put = (next: Block) => change({ blocks: blocks.map((block) => (block.id === next.id ? next : block)) })
  const move = (at: number, by: number) => {
    const next = [...blocks]
    const [block] = next.splice(at, 1)
    if (block) next.splice(at + by, 0, block)
    change({ blocks: next })
  }
  const picked = blocks.find(({ id }) => id === picking)
  return (
    <div className="bulletin-editor no-print">
      <div className="field">
        <label htmlFor={titleField}>{words.heading}</label>
        <input
          id={titleField}
          className="input is-large"
          value={written.title}
          maxLength={120}
          onChange={({ target }) => change({ title: target.value })}
        />
      </div>
      {blocks.map((block, at) => (
        <BlockCard
          key={block.id}
          bulletin={view}
          block={block}
          naming={naming}
          change={put}
          up={at > 0 ? () => move(at, -1) : undefined}
          down={at < blocks.length - 1 ? () => move(at, 1) : undefined}
          remove={() => change({ blocks: blocks.filter(({ id }) => id !== block.id) })}
          pick={() => setPicking(block.id)}
          conflict={conflicts.find(({ id }) => id === block.id)}
          settle={(theirs) => settle(block.id, theirs)}
        />
      ))}
      {blocks.length < MOST_BLOCKS && (
        <AddBlock blocks={blocks} add={(block) => change({ blocks: [...blocks, block] })} />
      )}
      {picked && (
        <CasesDrawer
          bulletinId={view.id}
          chosen={picked.cases ?? []}
          change={(cases) => put({ ...picked, cases })}
          close={() => setPicking(undefined)}
        />
      )}
    </div>
  )
}

function AddBlock({ blocks, add }: { blocks: readonly Block[]; add: (block: Block) => void }) {
  const words = useBulletinsWords()
  const { say, locale } = useWords()
  const field = useId()
  const free = 1 + Math.max(0, ...blocks.map(({ id }) => Number(id.slice(1))))
  return (
    <div className="bulletin-add">
      <label htmlFor={field}>{words.add}</label>
      <select
        id={field}
        className="input"
        value=""
        onChange={({ target }) => target.value && add(newBlock(target.value as BlockKind, `b${free}`, locale))}
      >
        <option value="">—</option>
        {BLOCK_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {say(BLOCK_TITLES[kind])}
          </option>
        ))}
      </select>
    </div>
  )
}
