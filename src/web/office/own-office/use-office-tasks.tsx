import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Form, FormValues } from '../../../domain/procedure/form.ts'
import { sessionQuery } from '../../client/queries.ts'
import type { Answers } from '../../parts/form/draft.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { AdminDrawer } from '../admin/admin-drawer.tsx'

/** One change to the office's settings, as the drawer asks for it. */
export type OfficeTask = {
  readonly id: string
  readonly title: string
  readonly under?: string
  readonly form: Form
  readonly start?: Answers
  readonly action?: string
  readonly send: (values: FormValues) => Promise<unknown>
}

/** One drawer for all changes of the page. Names, days and categories on all other pages follow at once. */
export function useOfficeTasks(): { readonly ask: (task: OfficeTask) => void; readonly drawer: ReactNode } {
  const say = useOwnOfficeWords()
  const client = useQueryClient()
  const [task, ask] = useState<OfficeTask>()
  const drawer = task && (
    <AdminDrawer
      key={task.id}
      title={task.title}
      {...(task.under ? { under: task.under } : {})}
      {...(task.action ? { action: task.action } : {})}
      form={task.form}
      draft={`office:${task.id}`}
      start={task.start ?? {}}
      send={async (values) => {
        const sent = await task.send(values)
        // Another question follows before anything is saved.
        if (sent === 'asks') return
        await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
        notify(say.saved)
      }}
      close={() => ask(undefined)}
    />
  )
  return { ask, drawer }
}
