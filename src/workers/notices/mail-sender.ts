import { createTransport } from 'nodemailer'
import type { SendMail } from '../../domain/notice/mail.ts'

/** The mail server of the operator. `tls: 'off'` only for one in the same house: else what is sent could be read on the way. */
export type MailSettings = {
  readonly host: string
  readonly port: number
  readonly user?: string
  readonly password?: string
  readonly from: string
  readonly tls: 'on' | 'off'
}

const PATIENCE_MS = 20_000
const IMPLICIT_TLS_PORT = 465

const transportOf = ({ host, port, user, password, tls }: MailSettings, patienceMs: number) =>
  createTransport({
    host,
    port,
    secure: port === IMPLICIT_TLS_PORT,
    requireTLS: tls === 'on',
    ignoreTLS: tls === 'off',
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
  })

/** Connects and signs in without sending anything. @returns why that does not work; undefined when it does */
export async function checkMailServer(settings: MailSettings, patienceMs: number): Promise<string | undefined> {
  const transport = transportOf(settings, patienceMs)
  return transport
    .verify()
    .then(
      () => undefined,
      (cause: Error) => cause.message,
    )
    .finally(() => transport.close())
}

/** Speaks SMTP with the operator's server. */
export function createMailSender(settings: MailSettings): SendMail {
  const { from } = settings
  const transport = transportOf(settings, PATIENCE_MS)
  return async ({ to, ...mail }) => {
    // As an object the address stays one address, whatever is in it.
    const taken = await transport.sendMail({ from, to: { name: '', address: to }, ...mail })
    return taken.response
  }
}

/** Whether the server said that trying again is no use. */
export const isFinal = (cause: unknown): boolean => {
  const code = typeof cause === 'object' && cause && 'responseCode' in cause ? Number(cause.responseCode) : 0
  return code >= 500 && code < 600
}
