import { answer } from '../answer.ts'
import { api } from '../server.ts'
import { isIpAddress } from './is-ip-address.ts'

/** Where one can sign in besides here, and a second step that was begun. */
export const getDoor = () => answer(api.auth.door.$get())
/** Where the browser goes to sign in at a house. */
export const houseAddress = (tenant: string) => `/api/auth/house/${tenant}/start`

/** The second step after the password. */
export const secondStep = (code: string) => answer(api.auth['second-step'].$post({ json: { code } }))

/** Lets the device show a passkey, and signs in by it. */
export async function signInByPasskey() {
  const { errand, options } = await answer(api.auth.passkeys.ask.$post())
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const credential = await startAuthentication({ optionsJSON: JSON.parse(options) })
  return answer(api.auth.passkeys['sign-in'].$post({ json: { errand, credential: credential as never } }))
}

/** Browsers show passkeys over https to names alone, and on one's own machine. */
export const canPasskey = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !isIpAddress(location.hostname)
