import type { AdminPerson, AdminPost, AdminUnit } from '../../../domain/admin-views.ts'
import { notify } from '../../parts/notices.tsx'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { addTo, change, close as closeOf } from './admin-api.ts'
import { AdminDrawer } from './admin-drawer.tsx'
import { postAnswers, postBody, postForm, reasonForm } from './admin-forms.ts'

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
        send={async (values) => {
          const { personId } = values
          await addTo('posts', { unitId: unit.id, ...postBody(values), ...(personId ? { personId } : {}) })
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
        send={async (values) => {
          await change('posts', post.id, { ...postBody(values), personId: values['personId'] ?? null })
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
      form={reasonForm}
      draft={`post-close:${post.id}`}
      start={{}}
      action={admin.posts.close}
      send={async (values) => {
        await closeOf('posts', post.id, values)
        notify(admin.posts.closedDone)
      }}
      close={close}
    />
  )
}
