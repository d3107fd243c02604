import { useEffect, useRef, useState } from 'react'
import { drawPaper } from '../../parts/paper/draw-paper.ts'
import { usePaperWords } from '../../words/paper/use-paper-words.ts'

/** A template filled for an invented matter, drawn as it prints. */
export function PaperPreview({ title, address }: { readonly title: string; readonly address: string }) {
  const words = usePaperWords()
  const sheet = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing')
  useEffect(() => {
    let isGone = false
    const draw = async () => {
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(answer.statusText)
      const docx = await answer.blob()
      if (!isGone && sheet.current) await drawPaper(docx, sheet.current, 'screen')
    }
    draw().then(
      () => setState('drawn'),
      () => setState('failed'),
    )
    return () => {
      isGone = true
    }
  }, [address])
  return (
    <section className="card" aria-labelledby="paper-preview">
      <header className="card-head">
        <h2 id="paper-preview">{words.previewOf(title)}</h2>
        <a className="button is-small" href={address} download>
          {words.download}
        </a>
      </header>
      <div className="card-body">
        {state === 'drawing' && <p role="status">{words.drawing}</p>}
        {state === 'failed' && <p role="alert">{words.notDrawn}</p>}
        <section
          ref={sheet}
          className="paper-sheet papers-sample"
          lang="zh-CN"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
          tabIndex={0}
          aria-label={words.previewOf(title)}
        />
      </div>
    </section>
  )
}
