import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { returnsQuery } from '../../client/returns/returns-api.ts'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { Tabs } from '../../parts/shell/tabs.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { AddDrawer } from './add-drawer.tsx'
import { BurdenPart } from './burden-part.tsx'
import { FillPart } from './fill-part.tsx'
import { FormPart } from './form-part.tsx'
import { FormsList } from './forms-list.tsx'
import './returns.css'

/** Forms of superiors: kept and mapped once, filled each period, checked, signed; and what all of them cost. */
export function ReturnsPage() {
  const words = useReturnsWords()
  const { form, fill, show } = useSearch({ from: '/returns' })
  useTitle(words.title)
  return (
    <div className="page returns">
      {fill ? (
        <FillPart key={fill} fillId={fill} />
      ) : form ? (
        <FormPart key={form} formId={form} />
      ) : (
        <AllForms shown={show ?? 'forms'} />
      )}
    </div>
  )
}

function AllForms({ shown }: { shown: 'forms' | 'burden' }) {
  const words = useReturnsWords()
  const navigate = useNavigate({ from: '/returns' })
  const { data, error, refetch } = useQuery(returnsQuery)
  const [adds, setAdds] = useState(false)
  const choose = (id: string) => void navigate({ search: id === 'burden' ? { show: 'burden' } : {}, replace: true })
  const tabs = (['forms', 'burden'] as const).map((id) => ({ id, title: words.tabs[id] }))
  const add = data?.mayKeep && (
    <button type="button" className="button is-primary" onClick={() => setAdds(true)}>
      <Icon name="plus" size={16} />
      {words.add}
    </button>
  )
  return (
    <>
      <header className="returns-head">
        <h1>{words.title}</h1>
        <span className="muted">{words.lead}</span>
        {data && data.forms.length > 0 && add}
      </header>
      <Tabs label={words.tabsLabel} panel="returns-panel" current={shown} choose={choose} tabs={tabs} />
      <section id="returns-panel" role="tabpanel" aria-labelledby={`returns-panel-${shown}`}>
        {shown === 'burden' ? (
          <BurdenPart />
        ) : error ? (
          <ErrorCard error={error} retry={() => void refetch()} />
        ) : data ? (
          <FormsList view={data} add={add} />
        ) : (
          <Skeleton rows={5} height={56} />
        )}
      </section>
      {adds && <AddDrawer close={() => setAdds(false)} added={(id) => void navigate({ search: { form: id } })} />}
    </>
  )
}
