import { z } from 'zod'

/** Bytes as WebAuthn writes them in JSON. */
const bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/)
const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])
/** What browsers add besides is let go. */
const credential = {
  id: bytes(1400),
  rawId: bytes(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).transform(() => ({})),
}
export const errand = z
  .string()
  .max(60)
  .regex(/^[\w-]+$/)

/** Name under which people know a passkey: 办公室电脑、我的手机. */
export const passkeyName = z.string().trim().min(1).max(40)

/** What a device answers when it made a key. */
export const newCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4000),
    attestationObject: bytes(20_000),
    transports: z.array(transport).max(10).optional(),
  }),
})

/** What a device answers when it shows a key. */
export const shownCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4000),
    authenticatorData: bytes(4000),
    signature: bytes(4000),
    userHandle: bytes(200).optional(),
  }),
})
