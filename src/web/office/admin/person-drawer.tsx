import type { AdminPerson, OneTimePassword } from '../../../domain/views/admin-views.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useSignInAdminWords } from '../../words/sign-in/use-sign-in-admin-words.ts'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { PersonSessions } from '../sign-in-rules/person-sessions.tsx'
import { askReset, unlinkHouseOf } from '../sign-in-rules/sign-in-admin-api.ts'
import { addPerson, endPersonSessions, giveAccount, leavePerson, renamePerson, resetPassword } from './admin-api.ts'
import { AdminDrawer } from './admin-drawer.tsx'
import { accountForm, nameOf, personBody, personForm, renameForm, usernameOf } from './admin-forms.ts'

export type PersonTask =
  | { readonly kind: 'add' }
  | {
      readonly kind: 'rename' | 'account' | 'reset' | 'endSessions' | 'factor' | 'unlink' | 'leave'
      readonly person: AdminPerson
    }

/** Adds an official, corrects a name, resets a password, or lets somebody leave. A new password is revealed once, afterwards. */
export function PersonDrawer({
  task,
  reveal,
  close,
}: {
  task: PersonTask
  reveal: (secret: OneTimePassword) => void
  close: () => void
}) {
  const admin = useAdminWords()
  const signIn = useSignInAdminWords()
  if (task.kind === 'add') {
    return (
      <AdminDrawer
        title={admin.person.addTitle}
        under={admin.person.addHint}
        form={personForm}
        draft="person"
        start={{}}
        action={admin.person.add}
        send={async (values, reason) => reveal(await addPerson({ reason, ...personBody(values) }))}
        close={close}
      />
    )
  }
  const { person } = task
  if (task.kind === 'rename') {
    return (
      <AdminDrawer
        title={admin.person.renameTitle(person.name)}
        form={renameForm}
        draft={`person:${person.id}`}
        start={{ name: person.name }}
        send={async (values, reason) => {
          await renamePerson(person.id, { reason, name: nameOf(values) })
          notify(admin.person.renamed)
        }}
        close={close}
      />
    )
  }
  if (task.kind === 'account') {
    return (
      <AdminDrawer
        title={admin.person.accountTitle(person.name)}
        under={admin.person.addHint}
        form={accountForm}
        draft={`person-account:${person.id}`}
        start={{}}
        action={admin.person.account}
        send={async (values, reason) => reveal(await giveAccount(person.id, { reason, username: usernameOf(values) }))}
        close={close}
      />
    )
  }
  if (task.kind === 'reset') {
    return (
      <AdminDrawer
        title={admin.person.resetTitle(person.name)}
        under={admin.person.resetText}
        draft={`person-reset:${person.id}`}
        start={{}}
        action={admin.person.reset}
        send={async (_, reason) => reveal(await resetPassword(person.id, reason))}
        close={close}
      />
    )
  }
  if (task.kind === 'factor') {
    return (
      <AdminDrawer
        title={signIn.resets.askTitle(person.name)}
        under={signIn.resets.askText}
        draft={`person-factor:${person.id}`}
        start={{}}
        action={signIn.resets.ask}
        send={async (_, reason) => {
          await askReset(person.id, reason)
          notify(signIn.resets.askDone)
        }}
        close={close}
      />
    )
  }
  if (task.kind === 'unlink') {
    return (
      <AdminDrawer
        title={signIn.house.unlinkTitle(person.name)}
        under={signIn.house.unlinkText}
        draft={`person-unlink:${person.id}`}
        start={{}}
        action={signIn.house.unlink}
        send={async (_, reason) => {
          await unlinkHouseOf(person.id, reason)
          notify(signIn.house.unlinked)
        }}
        close={close}
      />
    )
  }
  if (task.kind === 'endSessions') {
    return (
      <AdminDrawer
        title={admin.person.endSessionsTitle(person.name)}
        under={
          <>
            {admin.person.endSessionsText}
            <PersonSessions personId={person.id} />
          </>
        }
        draft={`person-sessions:${person.id}`}
        start={{}}
        action={admin.person.endSessions}
        send={async (_, reason) => {
          await endPersonSessions(person.id, reason)
          notify(admin.person.sessionsEnded)
        }}
        close={close}
      />
    )
  }
  return (
    <AdminDrawer
      title={admin.person.leaveTitle(person.name)}
      under={admin.person.leaveText}
      draft={`person-leave:${person.id}`}
      start={{}}
      action={admin.person.leave}
      send={async (_, reason) => {
        await leavePerson(person.id, reason)
        notify(admin.person.leftDone)
      }}
      close={close}
    />
  )
}
