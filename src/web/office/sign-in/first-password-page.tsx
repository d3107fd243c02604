import { useQueryClient } from '@tanstack/react-query'
import type { SessionView } from '../../../domain/views/views.ts'
import { useWords } from '../../words/words.tsx'
import { Door } from './door.tsx'
import { PasswordForm } from './password-form.tsx'

/** The administrator's password works once: nothing else opens before it is changed. */
export function FirstPasswordPage({ session }: { session: SessionView }) {
  const { words } = useWords()
  const client = useQueryClient()
  return (
    <Door title={words.password.title} under={`${session.person.name}${words.comma}${words.password.why}`}>
      <PasswordForm submit={words.password.submit} done={() => void client.resetQueries()} />
    </Door>
  )
}
