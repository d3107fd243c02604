import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A device of the tests that holds one passkey: it answers as WebAuthn says, or wrongly where a test asks for that. */
export type SoftPasskey = ReturnType<typeof softPasskey>
export type Lie = { readonly origin?: string; readonly unverified?: true; readonly challenge?: string }

type Asked = { readonly challenge: string; readonly rpId?: string; readonly rp?: { readonly id: string } }

const USER_PRESENT = 1
const USER_VERIFIED = 4
const WITH_KEY = 64

const base64url = (bytes: Buffer) => bytes.toString('base64url')
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()

/** Makes a device with a fresh key on P-256. */
export function softPasskey(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0

  const clientData = (type: string, { challenge }: Asked, lie: Lie) =>
    Buffer.from(JSON.stringify({ type, challenge: lie.challenge ?? challenge, origin: lie.origin ?? origin }))
  const authenticatorData = (asked: Asked, lie: Lie, extra = Buffer.alloc(0)) => {
    counter += 1
    const flags = USER_PRESENT | (lie.unverified ? 0 : USER_VERIFIED) | (extra.length > 0 ? WITH_KEY : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(asked.rpId ?? asked.rp?.id ?? ''), Buffer.from([flags]), count, extra])
  }
  const whole = { id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} }

  return {
    /** Answers to the options for a new key. */
    make: (asked: Asked, lie: Lie = {}) => {
      const key = cborMap([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const attestationObject = cborMap([
        ['fmt', 'none'],
        ['attStmt', cborMap([])],
        ['authData', authenticatorData(asked, lie, attested)],
      ])
      const response = {
        clientDataJSON: base64url(clientData('webauthn.create', asked, lie)),
        attestationObject: base64url(attestationObject),
        transports: ['internal'],
      }
      return { ...whole, response }
    },
    /** Answers to the options for showing the key. */
    show: (asked: Asked, lie: Lie = {}) => {
      const data = authenticatorData(asked, lie)
      const client = clientData('webauthn.get', asked, lie)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      const response = {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      }
      return { ...whole, response }
    },
  }
}

/** Just enough of CBOR (RFC 8949) for a key and its statement. A map inside is told from bytes by how it begins. */
const maps = new WeakSet<Buffer>()
function cborMap(entries: readonly (readonly [number | string, number | string | Buffer])[]): Buffer {
  const map = Buffer.concat([
    Buffer.from([0xa0 + entries.length]),
    ...entries.flatMap(([name, value]) => [cbor(name), cbor(value)]),
  ])
  maps.add(map)
  return map
}
function cbor(value: number | string | Buffer): Buffer {
  if (typeof value === 'number') return Buffer.from([value < 0 ? 0x20 - 1 - value : value])
  if (typeof value === 'string') return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
  if (maps.has(value)) return value
  const short = value.length < 256
  return Buffer.concat([
    Buffer.from(short ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 0xff]),
    value,
  ])
}
