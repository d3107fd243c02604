import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What the operator allows beside public addresses over https. `http` only to addresses in the house. */
export type OutletSettings = { readonly inside: readonly string[]; readonly http: boolean }

/** Networks that are nobody's public address: this machine, this house, the cloud's own services, and ways around them. */
const CLOSED_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Public IPv6 is 2000::/3; of it, what leads into IPv4 (Teredo, 6to4) or is documentation is closed. */
const OPEN_6 = ['2000::/3']
const CLOSED_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const listOf = (ranges: readonly string[]) => {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  return list
}
const closed4 = listOf(CLOSED_4)
const closed6 = listOf(CLOSED_6)
const open6 = listOf(OPEN_6)

export type Guard = {
  /** Whether an address that a name stands for may be spoken to in this way. */
  readonly allows: (address: string, protocol: string) => boolean
  /** Finds the address of a name for a connection; only one that may be spoken to comes out, so it is the one connected to. */
  readonly lookup: (protocol: string) => LookupFunction
}

/** An address behind which something inside could be reached. */
export class ClosedAddress extends Error {}

/** Says which addresses the program may send to when an administrator names them. */
export function createGuard({ inside, http }: OutletSettings): Guard {
  const house = listOf(inside)
  const allows = (address: string, protocol: string) => {
    const family = isIP(address)
    if (family === 0) return false
    const isInside = house.check(address, family === 6 ? 'ipv6' : 'ipv4')
    if (protocol !== 'https:') return http && isInside
    return isInside || (family === 4 ? !closed4.check(address) : isPublic6(address))
  }
  const lookup =
    (protocol: string): LookupFunction =>
    (host, options, done) => {
      resolve(host, { ...options, all: true }, (cause, found) => {
        if (cause) return done(cause, '')
        // One closed address among several is enough: who asks again might be given that one.
        const [first] = found
        if (!first || !found.every(({ address }) => allows(address, protocol)))
          return done(new ClosedAddress('closed address'), '')
        return options.all ? done(null, found) : done(null, first.address, first.family)
      })
    }
  return { allows, lookup }
}

const isPublic6 = (address: string) => open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
