import { oneTimeEnd, oneTimePassword, resetPassword } from '../http/sign-in/account.ts'
import { openAuth } from '../server/compose-server.ts'
import type { Installation } from '../server/installation.ts'
import { DEMO_SIGN_INS, type DemoSignIn } from './county/sign-ins.ts'

/**
 * On a database of somebody's own no account keeps a password that is printed in this repository, wherever it came from (a
 * demo of an older release, a copied data folder): it gets one that nobody knows until it is reset. Does nothing on the
 * program's own database. @returns the user names that were closed so
 */
export async function closeKnownAccounts(installation: Installation): Promise<string[]> {
  if (!installation.environment.databaseUrl) return []
  const auth = openAuth(installation, 'http://localhost')
  const context = await auth.$context
  const oneTimeUntil = oneTimeEnd(installation.deps.now())
  const closed: string[] = []
  for (const signIn of DEMO_SIGN_INS) {
    const userId = await userWithKnownPassword(context, signIn)
    if (!userId) continue
    await resetPassword(auth, { userId, password: oneTimePassword(), oneTimeUntil })
    closed.push(signIn.username)
  }
  return closed
}

type AuthContext = Awaited<ReturnType<typeof openAuth>['$context']>

async function userWithKnownPassword(context: AuthContext, { username, password }: DemoSignIn) {
  const { adapter, internalAdapter, password: passwords } = context
  const user = await adapter.findOne<{ id: string }>({
    model: 'user',
    where: [{ field: 'username', value: username }],
  })
  if (!user) return undefined
  const hash = (await internalAdapter.findAccounts(user.id)).find((account) => account.password)?.password
  return hash && (await passwords.verify({ hash, password })) ? user.id : undefined
}
