import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FactorRule, HouseState, SignInState } from '../../../domain/sign-in/sign-in-views.ts'
import { ROLES } from '../../../domain/unit/role.ts'
import type { AdminPost } from '../../../domain/views/admin-views.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useSignInAdminWords } from '../../words/sign-in/use-sign-in-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { adminPostsQuery } from '../admin/admin-api.ts'
import { AdminDrawer } from '../admin/admin-drawer.tsx'
import { Loaded } from '../admin/loaded.tsx'
import { useMayChange } from '../admin/may-change.ts'
import { OfficeCard } from '../own-office/office-card.tsx'
import { ResetsCard } from './resets-card.tsx'
import { ServicesCard } from './services-card.tsx'
import { setRules, signInStateQuery } from './sign-in-admin-api.ts'
import { rulesAnswers, rulesForm, rulesOf } from './sign-in-forms.ts'
import { usePostName } from './use-post-name.ts'
import '../own-office/own-office.css'
import './sign-in-rules.css'

/** How people sign in here: who must have a second factor, resets that wait, the house, and accounts of programs. */
export function SignInPart() {
  const state = useQuery(signInStateQuery)
  const posts = useQuery(adminPostsQuery)
  return (
    <Loaded query={state}>
      {(all) => (
        <Loaded query={posts}>
          {(open) => (
            <div className="sign-in-part">
              <RulesCard state={all} posts={open} />
              <ResetsCard resets={all.resets} />
              <HouseCard {...(all.house ? { house: all.house } : {})} posts={open} />
              <ServicesCard posts={open} />
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

function RulesCard({ state: { rules, people }, posts }: { state: SignInState; posts: readonly AdminPost[] }) {
  const { say, words } = useWords()
  const own = useSignInAdminWords()
  const mayChange = useMayChange()
  const postName = usePostName()
  const [changing, setChanging] = useState(false)
  const nameOf = ({ scope, subject }: FactorRule): string => {
    if (scope === 'office') return own.rules.everybody
    if (scope === 'role') return say(ROLES[subject].title)
    const post = posts.find(({ id }) => id === subject)
    return post ? say(postName(post)) : subject
  }
  return (
    <OfficeCard
      id="factor-rules"
      title={own.rules.title}
      lead={own.rules.count(people.withFactor, people.all)}
      action={
        mayChange && (
          <button type="button" className="button is-small" onClick={() => setChanging(true)}>
            {own.rules.change}
          </button>
        )
      }
    >
      <p>{rules.length === 0 ? own.rules.none : rules.map(nameOf).join(words.listComma)}</p>
      {changing && (
        <AdminDrawer
          title={own.rules.drawer}
          under={own.rules.drawerText}
          form={rulesForm(posts, postName)}
          draft="factor-rules"
          start={rulesAnswers(rules)}
          send={async (values, reason) => {
            await setRules(rulesOf(values), reason)
            notify(own.rules.done)
          }}
          close={() => setChanging(false)}
        />
      )}
    </OfficeCard>
  )
}

function HouseCard({ house, posts }: { house?: HouseState; posts: readonly AdminPost[] }) {
  const { say } = useWords()
  const own = useSignInAdminWords().house
  const postName = usePostName()
  if (!house) {
    return (
      <OfficeCard id="house" title={own.title}>
        <p className="hint">{own.none}</p>
      </OfficeCard>
    )
  }
  const lines = [
    [own.issuer, house.issuer],
    [own.client, house.clientId],
    [own.callback, house.callback],
    [own.logout, house.logout],
    [own.match, house.match ? own.byClaim(house.match) : own.bySubject],
  ]
  const nameOf = (postId: string) => {
    const post = posts.find(({ id }) => id === postId)
    return post ? say(postName(post)) : postId
  }
  return (
    <OfficeCard
      id="house"
      title={`${own.title} · ${house.name}`}
      lead={`${house.reachable ? own.reachable : own.unreachable} · ${own.linked(house.linked)}`}
    >
      <dl className="house-lines">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {house.posts && (
          <div>
            <dt>{own.posts}</dt>
            <dd>
              {house.posts.of.map(({ value, postId }) => (
                <span key={value} className="house-post">
                  {house.posts?.claim} = {value} → {nameOf(postId)}
                </span>
              ))}
              <span className="hint">{own.postsWhy}</span>
            </dd>
          </div>
        )}
      </dl>
    </OfficeCard>
  )
}
