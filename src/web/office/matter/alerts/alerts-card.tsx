import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MsgType } from '../../../../domain/outward/alert.ts'
import type { AlertsView, AlertView } from '../../../../domain/views/alert-view.ts'
import { OUTWARD } from '../../../../procedures/outward.ts'
import { useOffice } from '../../../client/office.tsx'
import { useAlertWords } from '../../../words/alerts/use-alert-words.ts'
import { momentText } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'
import { AlertDrawer } from './alert-drawer.tsx'
import { alertsQuery, capAddress } from './alerts-api.ts'
import './alerts.css'

/** Alerts that were issued of the matter, and issuing one; of kinds that one warns of. */
export function AlertsCard({ view }: SectionProps) {
  const isOne = Object.hasOwn(OUTWARD.alerts, view.matter.procedure)
  const { data } = useQuery({ ...alertsQuery(view.matter.id), enabled: isOne })
  // Nobody who can do nothing here needs to know that nothing was done.
  if (!isOne || !data || (!data.mayIssue && data.alerts.length === 0)) return null
  return <Card view={view} data={data} />
}

function Card({ view: { matter }, data }: { view: SectionProps['view']; data: AlertsView }) {
  const words = useAlertWords()
  const [type, setType] = useState<MsgType>()
  const standing = data.alerts.find(({ stands }) => stands)
  const mayBegin = !standing && matter.group !== 'done'
  const button = (msgType: MsgType, label: string) => (
    <button type="button" className="button is-small" onClick={() => setType(msgType)}>
      {label}
    </button>
  )
  return (
    <section className="card alerts-card" aria-labelledby="alerts">
      <header className="card-head">
        <h2 id="alerts">
          {words.title} <span className="count">{data.alerts.length}</span>
        </h2>
        {data.mayIssue && (
          <span className="alerts-acts">
            {mayBegin && button('Alert', words.issue)}
            {standing && button('Update', words.update)}
            {standing && button('Cancel', words.cancel)}
          </span>
        )}
      </header>
      {data.alerts.length === 0 && <p className="card-body hint">{words.none}</p>}
      <ul>
        {data.alerts.map((alert) => (
          <Item key={alert.id} alert={alert} matterId={matter.id} />
        ))}
      </ul>
      {type && <AlertDrawer matter={matter} data={data} msgType={type} close={() => setType(undefined)} />}
    </section>
  )
}

function Item({ alert, matterId }: { alert: AlertView; matterId: string }) {
  const words = useAlertWords()
  const { locale } = useWords()
  const { today } = useOffice()
  const at = (moment: string) => momentText(moment, today(), locale)
  const { id, headline, msgType, scope, status, stands, sentAt, expires, personName } = alert
  return (
    <li className="alert-item">
      <b>{headline[locale] ?? headline.zh}</b>
      <span>
        {words.types[msgType]} · {words.scopes[scope]}
        {status === 'Exercise' && ` · ${words.exercise}`}
        {stands && ` · ${words.stands} ${words.until(at(expires))}`}
      </span>
      <span className="hint">
        {words.by(personName, at(sentAt))} <a href={capAddress(matterId, id)}>{words.original}</a>
      </span>
    </li>
  )
}
