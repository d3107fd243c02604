import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ROLES } from '../../../domain/unit/role.ts'
import type { AdminPerson, AdminPost, AdminUnit } from '../../../domain/views/admin-views.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { useMayChange } from './may-change.ts'
import { PostDrawer, type PostTask } from './post-drawer.tsx'

/** The posts of one unit: who holds them, what their roles let them do, and how many matters they own. */
export function UnitPosts({
  unit,
  posts,
  people,
}: {
  unit: AdminUnit
  posts: readonly AdminPost[]
  people: readonly AdminPerson[]
}) {
  const { say } = useWords()
  const admin = useAdminWords()
  const [task, setTask] = useState<PostTask>()
  const open = posts.filter(({ closedAt }) => !closedAt)
  const mayChange = useMayChange()
  const add = mayChange && (
    <button type="button" className="button is-outline is-small" onClick={() => setTask({ kind: 'add', unit })}>
      <Icon name="plus" size={16} />
      {admin.posts.add}
    </button>
  )
  return (
    <section className="card" aria-labelledby="posts-title">
      <header className="card-head">
        <h2 id="posts-title">
          {admin.posts.title} <span className="count">{open.length}</span>
        </h2>
        {!unit.closedAt && open.length > 0 && add}
      </header>
      {open.length === 0 && (
        <Empty title={admin.posts.none} text={admin.posts.noneText} action={unit.closedAt ? null : add} />
      )}
      <ul className="post-list">
        {open.map((post) => (
          <PostItem key={post.id} post={post} holder={people.find(({ id }) => id === post.personId)} act={setTask} />
        ))}
      </ul>
      {task && (
        <PostDrawer
          key={`${task.kind} ${say(unit.name)}`}
          task={task}
          people={people}
          close={() => setTask(undefined)}
        />
      )}
    </section>
  )
}

function PostItem({
  post,
  holder,
  act,
}: {
  post: AdminPost
  holder: AdminPerson | undefined
  act: (task: PostTask) => void
}) {
  const { say, words } = useWords()
  const mayChange = useMayChange()
  const admin = useAdminWords()
  const locked = post.openMatters > 0 ? admin.posts.locked(post.openMatters) : undefined
  return (
    <li className="post-item">
      <div className="post-who">
        <b>{say(post.title)}</b>
        <span className={holder ? undefined : 'hint'}>{holder?.name ?? admin.posts.vacant}</span>
        {post.openMatters > 0 && (
          <Link to="/matters" search={{ owner: post.id }} className="post-owned">
            {admin.openMatters(post.openMatters)}
          </Link>
        )}
      </div>
      <ul className="post-roles">
        {post.roles.map((role) => (
          <li key={role}>
            <b>{say(ROLES[role].title)}</b> <span className="hint">{say(ROLES[role].duty)}</span>
          </li>
        ))}
        {post.waitingRoles.length > 0 && (
          <li className="hint">
            {admin.posts.waiting(post.waitingRoles.map((role) => say(ROLES[role].title)).join(words.listComma))}
          </li>
        )}
      </ul>
      {mayChange && (
        <div className="post-actions">
          <button type="button" className="button is-small" onClick={() => act({ kind: 'edit', post })}>
            {admin.posts.edit}
          </button>
          <button
            type="button"
            className="button is-small"
            aria-disabled={locked !== undefined}
            title={locked}
            aria-describedby={locked ? `locked-${post.id}` : undefined}
            onClick={() => !locked && act({ kind: 'close', post })}
          >
            {locked && <Icon name="lock" size={14} />}
            {admin.posts.close}
          </button>
          {locked && (
            <span id={`locked-${post.id}`} className="hint post-locked">
              {locked}
            </span>
          )}
        </div>
      )}
    </li>
  )
}
