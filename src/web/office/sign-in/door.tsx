import type { ReactNode } from 'react'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Mark } from '../../theme/mark.tsx'
import { useWords } from '../../words/words.tsx'
import { Waves } from './waves.tsx'
import './sign-in.css'

/** The two halves of the door: the name as a picture, and a form. */
export function Door({ title, under, children }: { title: string; under?: string; children: ReactNode }) {
  const { words, locale, setLocale } = useWords()
  useTitle(title)
  return (
    <div className="door">
      <section className="door-picture" aria-label={words.name}>
        <Waves />
        <p className="door-promise">{words.promise}</p>
        <p className="door-promise-under">{words.promiseUnder}</p>
      </section>
      <main className="door-form">
        <div className="door-column">
          <div className="door-brand">
            <Mark size={36} />
            <b>{words.name}</b>
          </div>
          <h1>{title}</h1>
          {under && <p className="muted">{under}</p>}
          {children}
        </div>
        <footer>
          <button
            type="button"
            className="link-button"
            disabled={locale === 'zh'}
            lang="zh-CN"
            onClick={() => setLocale('zh')}
          >
            中文
          </button>
          <button
            type="button"
            className="link-button"
            disabled={locale === 'en'}
            lang="en"
            onClick={() => setLocale('en')}
          >
            English
          </button>
          <span className="hint">{words.signIn.recorded}</span>
        </footer>
      </main>
    </div>
  )
}
