import { useState } from 'react'
import type { FactorReset } from '../../../domain/sign-in/sign-in-views.ts'
import { useOffice } from '../../client/office.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { momentText } from '../../words/dates.ts'
import { useSignInAdminWords } from '../../words/sign-in/use-sign-in-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { AdminDrawer } from '../admin/admin-drawer.tsx'
import { OfficeCard } from '../own-office/office-card.tsx'
import { decideReset } from './sign-in-admin-api.ts'

type Chosen = { readonly reset: FactorReset; readonly agree: boolean }

/** Resets of second factors that wait for a second person. */
export function ResetsCard({ resets }: { resets: readonly FactorReset[] }) {
  const { words, locale } = useWords()
  const { today, session } = useOffice()
  const own = useSignInAdminWords().resets
  const [chosen, choose] = useState<Chosen>()
  return (
    <OfficeCard id="factor-resets" title={own.title} lead={own.lead}>
      {resets.length === 0 && <p>{own.none}</p>}
      <ul className="session-list">
        {resets.map((reset) => (
          <li key={reset.id} className="session-item">
            <span>
              <b>{reset.personName}</b>
              <br />
              <span className="hint">
                {own.asked(reset.askedBy, momentText(reset.askedAt, today(), locale))}
                {words.comma}
                {reset.reason}
              </span>
            </span>
            {reset.personId !== session.person.id && (
              <span className="account-acts">
                <button type="button" className="button is-small" onClick={() => choose({ reset, agree: true })}>
                  {own.agree}
                </button>
                <button type="button" className="button is-small" onClick={() => choose({ reset, agree: false })}>
                  {own.refuse}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {chosen && (
        <AdminDrawer
          title={(chosen.agree ? own.agreeTitle : own.refuseTitle)(chosen.reset.personName)}
          under={chosen.agree ? own.agreeText : own.refuseText}
          draft={`factor-reset:${chosen.reset.id}`}
          start={{}}
          action={chosen.agree ? own.agree : own.refuse}
          send={async (_, reason) => {
            await decideReset(chosen.reset.id, chosen.agree, reason)
            notify(chosen.agree ? own.agreed : own.refused)
          }}
          close={() => choose(undefined)}
        />
      )}
    </OfficeCard>
  )
}
