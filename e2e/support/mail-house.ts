import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes every mail and keeps it. */
export async function openMailHouse() {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString('utf8'))
        done(null, 'taken')
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { port, mails, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** The code of six digits in the subject of the newest mail, however the subject is written. */
export function codeIn(mails: readonly string[]): string {
  const subject = /^Subject: ((?:.*\r?\n[ \t])*.*)$/im.exec(mails.at(-1) ?? '')?.[1] ?? ''
  const words = subject
    .replace(/\r?\n\s/g, '')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, data: string) =>
      way.toLowerCase() === 'b' ? Buffer.from(data, 'base64').toString('utf8') : data.replaceAll('_', ' '),
    )
  return /(?<!\d)\d{6}(?!\d)/.exec(words)?.[0] ?? ''
}
