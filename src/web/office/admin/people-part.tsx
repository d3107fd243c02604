import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '../../../domain/time/time.ts'
import type { AdminPerson, AdminPost, OneTimePassword } from '../../../domain/views/admin-views.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { longDay, momentText } from '../../words/dates.ts'
import { useSignInAdminWords } from '../../words/sign-in/use-sign-in-admin-words.ts'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { ListButton } from '../own-office/list-button.tsx'
import { adminPeopleQuery, adminPostsQuery } from './admin-api.ts'
import { Loaded } from './loaded.tsx'
import { useMayChange } from './may-change.ts'
import { OneTimePasswordDialog } from './one-time-password.tsx'
import { PersonDrawer, type PersonTask } from './person-drawer.tsx'

/** Names by their sound, as in any list of names. */
const BY_NAME = new Intl.Collator('zh-Hans-CN')

/** Officials with their accounts and posts. */
export function PeoplePart() {
  const people = useQuery(adminPeopleQuery)
  const posts = useQuery(adminPostsQuery)
  return (
    <Loaded query={people}>
      {(all) => <Loaded query={posts}>{(allPosts) => <People people={all} posts={allPosts} />}</Loaded>}
    </Loaded>
  )
}

function People({ people, posts }: { people: readonly AdminPerson[]; posts: readonly AdminPost[] }) {
  const admin = useAdminWords()
  const mayChange = useMayChange()
  const [typed, setTyped] = useState('')
  const [withLeft, setWithLeft] = useState(false)
  const [task, setTask] = useState<PersonTask>()
  const [secret, setSecret] = useState<OneTimePassword>()
  const wanted = typed.trim().toLowerCase()
  const shown = people
    .filter(({ leftAt }) => withLeft || !leftAt)
    .filter(({ name, username }) => `${name} ${username ?? ''}`.toLowerCase().includes(wanted))
    .sort((a, b) => BY_NAME.compare(a.name, b.name))
  return (
    <section className="card people" aria-label={admin.people}>
      <header className="people-head">
        <div className="unit-search">
          <Icon name="search" size={16} />
          <input
            type="search"
            placeholder={admin.person.search}
            aria-label={admin.person.search}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <span className="count" role="status">
          {admin.person.count(shown.length)}
        </span>
        <label className="unit-closed">
          <input type="checkbox" checked={withLeft} onChange={(event) => setWithLeft(event.target.checked)} />
          {admin.person.showLeft}
        </label>
        {mayChange && <ListButton kind="people" />}
        {mayChange && (
          <button type="button" className="button is-primary" onClick={() => setTask({ kind: 'add' })}>
            {admin.person.add}
          </button>
        )}
      </header>
      <ul className="people-list">
        {shown.map((person) => (
          <PersonItem key={person.id} person={person} posts={posts} act={setTask} />
        ))}
        {shown.length === 0 && <li className="hint unit-none">{admin.person.none}</li>}
      </ul>
      {task && <PersonDrawer task={task} reveal={setSecret} close={() => setTask(undefined)} />}
      {secret && <OneTimePasswordDialog secret={secret} close={() => setSecret(undefined)} />}
    </section>
  )
}

function PersonItem({
  person,
  posts,
  act,
}: {
  person: AdminPerson
  posts: readonly AdminPost[]
  act: (task: PersonTask) => void
}) {
  const { say, locale } = useWords()
  const signIn = useSignInAdminWords()
  const admin = useAdminWords()
  const { directory, today } = useOffice()
  const { name, username, leftAt, mustChangePassword, oneTimeUntil, postIds, hasFactor, isLinked } = person
  const mayChange = useMayChange()
  const held = posts.filter(({ id }) => postIds.includes(id))
  const state = leftAt
    ? admin.person.leftOn(longDay(dayOf(leftAt), locale))
    : !username
      ? admin.person.noAccount
      : mustChangePassword
        ? admin.person.mustChange(oneTimeUntil ? momentText(oneTimeUntil, today(), locale) : '')
        : admin.person.active
  return (
    <li className={`person${leftAt ? ' is-left' : ''}`}>
      <div className="person-name">
        <b>{name}</b>
        <span className="person-account">{username}</span>
      </div>
      <ul className="person-posts">
        {held.map((post) => (
          <li key={post.id}>
            {unitName(directory, post.unitId, say)} · {say(post.title)}
          </li>
        ))}
        {held.length === 0 && !leftAt && <li className="hint">{admin.person.noPost}</li>}
      </ul>
      <span className="hint person-state">
        {state}
        {hasFactor && !leftAt && ` · ${signIn.resets.has}`}
      </span>
      {!leftAt && mayChange && (
        <div className="person-actions">
          <button type="button" className="button is-small" onClick={() => act({ kind: 'rename', person })}>
            {admin.person.rename}
          </button>
          <button
            type="button"
            className="button is-small"
            onClick={() => act({ kind: username ? 'reset' : 'account', person })}
          >
            {username ? admin.person.reset : admin.person.account}
          </button>
          {hasFactor && (
            <button type="button" className="button is-small" onClick={() => act({ kind: 'factor', person })}>
              {signIn.resets.ask}
            </button>
          )}
          {isLinked && (
            <button type="button" className="button is-small" onClick={() => act({ kind: 'unlink', person })}>
              {signIn.house.unlink}
            </button>
          )}
          {username && (
            <button type="button" className="button is-small" onClick={() => act({ kind: 'endSessions', person })}>
              {admin.person.endSessions}
            </button>
          )}
          <button type="button" className="button is-small" onClick={() => act({ kind: 'leave', person })}>
            {admin.person.leave}
          </button>
        </div>
      )}
    </li>
  )
}
