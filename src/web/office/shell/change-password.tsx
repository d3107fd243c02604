import { Drawer } from '../../parts/shell/drawer.tsx'
import { useWords } from '../../words/words.tsx'
import { PasswordForm } from '../sign-in/password-form.tsx'

/** Another password, at any time. */
export function ChangePassword({ close }: { close: () => void }) {
  const { words } = useWords()
  return (
    <Drawer title={words.password.changeTitle} close={close} width={420}>
      <PasswordForm submit={words.password.changeTitle} done={close} />
    </Drawer>
  )
}
