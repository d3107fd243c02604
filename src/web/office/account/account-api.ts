import { queryOptions } from '@tanstack/react-query'
import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

const { auth } = api

export const factorsQuery = queryOptions({ queryKey: ['factors'], queryFn: () => answer(auth.factors.$get()) })
export const ownSessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: () => answer(auth.sessions.$get()) })

/** Said again when the sign-in was a while ago. */
export type Password = string | undefined
const said = (password: Password) => (password ? { password } : {})

/** A new secret for an authenticator. */
export const startTotp = (password: Password) => answer(auth.totp.$post({ json: said(password) }))
/** The first code of it: from now on it counts. */
export const confirmTotp = (errand: string, code: string) => answer(auth.totp.confirm.$post({ json: { errand, code } }))
/** No more codes. */
export const removeTotp = (password: Password) => answer(auth.totp.remove.$post({ json: said(password) }))
/** New recovery codes. */
export const renewRecovery = (password: Password) => answer(auth['recovery-codes'].$post({ json: said(password) }))
/** Another name for a passkey. */
export const renamePasskey = (id: string, name: string) =>
  answer(auth.passkeys[':id'].$patch({ param: { id }, json: { name } }))
/** Forgets a passkey. */
export const removePasskey = (id: string, password: Password) =>
  answer(auth.passkeys[':id'].remove.$post({ param: { id }, json: said(password) }))
/** Where to sign in so that this account is known there. */
export const linkHouse = (password: Password) => answer(auth.house.link.$post({ json: said(password) }))
/** This account is known there no more. */
export const unlinkHouse = (password: Password) => answer(auth.house.unlink.$post({ json: said(password) }))
/** Ends a session. */
export const endOneSession = (id: string) => answer(auth.sessions.revoke.$post({ json: { id } }))
/** Ends all sessions but this one. */
export const endOtherSessions = () => answer(auth.sessions['revoke-others'].$post())

/** Lets the device make a passkey and registers it. */
export async function addPasskey(name: string, password: Password) {
  const { errand, options } = await answer(auth.passkeys.new.$post({ json: said(password) }))
  const { startRegistration } = await import('@simplewebauthn/browser')
  const credential = await startRegistration({ optionsJSON: JSON.parse(options) })
  return answer(auth.passkeys.$post({ json: { errand, name, credential: credential as never } }))
}
