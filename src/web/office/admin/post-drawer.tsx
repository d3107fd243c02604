import type { AdminPerson, AdminPost, AdminUnit } from '../../../domain/views/admin-views.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { addPost, changePost, closePost } from './admin-api.ts'
import { AdminDrawer } from './admin-drawer.tsx'
import { holderOf, postAnswers, postBody, postForm } from './admin-forms.ts'

export type PostTask =
  | { readonly kind: 'add'; readonly unit: AdminUnit }
  | { readonly kind: 'edit' | 'close'; readonly post: AdminPost }

/** Adds, changes or closes a post. */
export function PostDrawer({
  task,
  people,
  close,
}: {
  task: PostTask
  people: readonly AdminPerson[]
  close: () => void
}) {
  const { say } = useWords()
  const admin = useAdminWords()
  if (task.kind === 'add') {
    const { unit } = task
    return (
      <AdminDrawer
        title={admin.posts.addTitle(say(unit.name))}
        form={postForm(people)}
        draft={`post-in:${unit.id}`}
        start={{}}
        action={admin.posts.add}
        send={async (values, reason) => {
          const personId = holderOf(values)
          await addPost({ reason, unitId: unit.id, ...postBody(values), ...(personId ? { personId } : {}) })
          notify(admin.posts.added)
        }}
        close={close}
      />
    )
  }
  const { post } = task
  if (task.kind === 'edit') {
    return (
      <AdminDrawer
        title={admin.posts.editTitle(say(post.title))}
        form={postForm(people)}
        draft={`post:${post.id}`}
        start={postAnswers(post)}
        send={async (values, reason) => {
          await changePost(post.id, { reason, ...postBody(values), personId: holderOf(values) || null })
          notify(admin.posts.changed)
        }}
        close={close}
      />
    )
  }
  return (
    <AdminDrawer
      title={admin.posts.closeTitle(say(post.title))}
      under={admin.posts.closeWhy}
      draft={`post-close:${post.id}`}
      start={{}}
      action={admin.posts.close}
      send={async (_, reason) => {
        await closePost(post.id, reason)
        notify(admin.posts.closedDone)
      }}
      close={close}
    />
  )
}
