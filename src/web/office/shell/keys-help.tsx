import { Drawer } from '../../parts/shell/drawer.tsx'
import { useWords } from '../../words/words.tsx'

/** Which key does what. */
export function KeysHelp({ close }: { close: () => void }) {
  const { words } = useWords()
  const { keys } = words
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['/'], keys.search],
    [['j'], keys.next],
    [['k'], keys.previous],
    [['Enter'], keys.open],
    [['x'], keys.select],
    [['g', 't'], keys.today],
    [['g', 'm'], keys.matters],
    [['Esc'], keys.escape],
    [['?'], keys.help],
  ]
  return (
    <Drawer title={keys.title} close={close} width={360}>
      <dl className="keys-help">
        {rows.map(([combination, what]) => (
          <div key={what}>
            <dt>
              {combination.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="keys-more">
        <a href="/transparency" target="_blank" rel="noreferrer">
          {words.nav.transparency}
        </a>
      </p>
    </Drawer>
  )
}
