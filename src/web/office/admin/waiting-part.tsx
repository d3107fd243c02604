import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ROLES } from '../../../domain/unit/role.ts'
import type { WaitingPost } from '../../../domain/views/admin-views.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { momentText } from '../../words/dates.ts'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { confirmHolder, waitingPostsQuery } from './admin-api.ts'
import { AdminDrawer } from './admin-drawer.tsx'
import { Loaded } from './loaded.tsx'

/** Posts whose holder a second person has to confirm: who, with which roles, who asked for it and why. */
export function WaitingPart() {
  const admin = useAdminWords()
  const [chosen, choose] = useState<WaitingPost>()
  return (
    <Loaded query={useQuery(waitingPostsQuery)}>
      {(all) => (
        <section className="card" aria-label={admin.waitingTab}>
          <p className="card-body hint">{admin.waiting.lead}</p>
          {all.length > 0 && <p className="card-body hint">{admin.waiting.alone}</p>}
          {all.length === 0 && <Empty title={admin.waiting.none} />}
          <ul className="batch-list">
            {all.map((post) => (
              <WaitingItem key={post.postId} post={post} choose={choose} />
            ))}
          </ul>
          {chosen && <ConfirmDrawer post={chosen} close={() => choose(undefined)} />}
        </section>
      )}
    </Loaded>
  )
}

function WaitingItem({ post, choose }: { post: WaitingPost; choose: (post: WaitingPost) => void }) {
  const { say, words, locale } = useWords()
  const { directory, today, session } = useOffice()
  const { waiting } = useAdminWords()
  const { personId, personName, unitId, title, roles, askedBy, askedAt, reason, ready } = post
  const own = personId === session.person.id
  return (
    <li className="batch">
      <div className="batch-what">
        <b>
          {personName} · {unitName(directory, unitId, say)} {say(title)}
        </b>
        <span className="hint">{waiting.roles(roles.map((role) => say(ROLES[role].title)).join(words.listComma))}</span>
        {askedBy && askedAt && (
          <span className="hint">
            {waiting.asked(askedBy, momentText(askedAt, today(), locale))}
            {reason && `${words.comma}${reason}`}
          </span>
        )}
        {!ready && <span className="hint">{waiting.notReady}</span>}
        {own && <span className="hint">{waiting.own}</span>}
      </div>
      {ready && !own && (
        <button type="button" className="button is-small" onClick={() => choose(post)}>
          {waiting.confirm}
        </button>
      )}
    </li>
  )
}

function ConfirmDrawer({ post, close }: { post: WaitingPost; close: () => void }) {
  const { say } = useWords()
  const { waiting } = useAdminWords()
  return (
    <AdminDrawer
      title={waiting.confirmTitle(post.personName, say(post.title))}
      under={waiting.confirmText}
      draft={`confirm:${post.postId}`}
      start={{}}
      action={waiting.confirm}
      send={async (_, reason) => {
        await confirmHolder(post, reason)
        notify(waiting.confirmed)
      }}
      close={close}
    />
  )
}
