import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SERVICE_SCOPES } from '../../../domain/sign-in/service-scopes.ts'
import type { ServiceAccount } from '../../../domain/sign-in/sign-in-views.ts'
import type { AdminPost } from '../../../domain/views/admin-views.ts'
import { useOffice } from '../../client/office.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { momentText } from '../../words/dates.ts'
import { useSignInAdminWords } from '../../words/sign-in/use-sign-in-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { AdminDrawer } from '../admin/admin-drawer.tsx'
import { Loaded } from '../admin/loaded.tsx'
import { useMayChange } from '../admin/may-change.ts'
import { OutletSecret } from '../outlets/outlet-secret.tsx'
import { OfficeCard } from '../own-office/office-card.tsx'
import { addService, endService, servicesQuery } from './sign-in-admin-api.ts'
import { serviceForm, serviceOf } from './sign-in-forms.ts'
import { usePostName } from './use-post-name.ts'

const USUAL_DAYS = 180

/** Accounts of programs: what each may do, until when, and when it was used last. */
export function ServicesCard({ posts }: { posts: readonly AdminPost[] }) {
  const own = useSignInAdminWords().services
  const mayChange = useMayChange()
  const postName = usePostName()
  const [adding, setAdding] = useState(false)
  const [token, setToken] = useState<string>()
  const [ending, setEnding] = useState<ServiceAccount>()
  return (
    <OfficeCard
      id="services"
      title={own.title}
      lead={own.lead}
      action={
        mayChange && (
          <button type="button" className="button is-small" onClick={() => setAdding(true)}>
            {own.add}
          </button>
        )
      }
    >
      <Loaded query={useQuery(servicesQuery)}>
        {(all) => (
          <>
            {all.length === 0 && <p>{own.none}</p>}
            <ul className="session-list">
              {all.map((service) => (
                <ServiceItem key={service.id} service={service} posts={posts} end={setEnding} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {adding && (
        <AdminDrawer
          title={own.addTitle}
          under={own.addText}
          form={serviceForm(posts, postName)}
          draft="service"
          start={{ days: USUAL_DAYS }}
          action={own.add}
          send={async (values, reason) => setToken((await addService(serviceOf(values), reason)).token)}
          close={() => setAdding(false)}
        />
      )}
      {token && <OutletSecret secret={token} words={own.made} close={() => setToken(undefined)} />}
      {ending && (
        <AdminDrawer
          title={own.endTitle(ending.name)}
          under={own.endText}
          draft={`service-end:${ending.id}`}
          start={{}}
          action={own.end}
          send={async (_, reason) => {
            await endService(ending.id, reason)
            notify(own.endDone)
          }}
          close={() => setEnding(undefined)}
        />
      )}
    </OfficeCard>
  )
}

function ServiceItem({
  service,
  posts,
  end,
}: {
  service: ServiceAccount
  posts: readonly AdminPost[]
  end: (service: ServiceAccount) => void
}) {
  const { say, words, locale } = useWords()
  const { today, now } = useOffice()
  const own = useSignInAdminWords().services
  const mayChange = useMayChange()
  const postName = usePostName()
  const moment = (at: string) => momentText(at, today(), locale)
  const { name, postId, scopes, expiresAt, lastUsedAt, endedAt } = service
  const post = posts.find(({ id }) => id === postId)
  const isOver = endedAt !== undefined || expiresAt <= now()
  const state = endedAt ? own.ended(moment(endedAt)) : isOver ? own.over : own.until(moment(expiresAt))
  return (
    <li className="session-item">
      <span>
        <b>{name}</b>
        <br />
        <span className="hint">
          {post ? say(postName(post)) : postId} ·{' '}
          {scopes.map((scope) => say(SERVICE_SCOPES[scope])).join(words.listComma)}
        </span>
        <br />
        <span className="hint">
          {state} · {lastUsedAt ? own.used(moment(lastUsedAt)) : own.unused}
        </span>
      </span>
      {!isOver && mayChange && (
        <button type="button" className="button is-small" onClick={() => end(service)}>
          {own.end}
        </button>
      )}
    </li>
  )
}
