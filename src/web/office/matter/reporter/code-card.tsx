import type { Opened } from '../../../../domain/views/act-views.ts'
import { Icon } from '../../../theme/icon.tsx'
import { useWords } from '../../../words/words.tsx'

/** What the clerk hands or reads out to whoever reported: the code, and the receipt to print. */
export function CodeCard({ reference, version, code = '', receiptPath }: Opened) {
  const { words } = useWords()
  const groups = [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join(' · ')
  return (
    <section className="card code-card" aria-labelledby="code">
      <header className="card-head">
        <h2 id="code">{version === 1 ? words.register.done(reference) : words.register.codeReplaced(reference)}</h2>
      </header>
      <div className="card-body">
        <p className="hint">{words.register.codeFor}</p>
        <p className="code-large">{groups}</p>
        <div className="register-foot">
          {receiptPath && (
            <a className="button is-primary" href={receiptPath} target="_blank" rel="noreferrer">
              <Icon name="file" size={16} />
              {words.register.printReceipt}
            </a>
          )}
        </div>
      </div>
    </section>
  )
}
