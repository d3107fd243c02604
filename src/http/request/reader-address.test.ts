import { expect, test } from 'vitest'
import { networkOf } from './reader-address.ts'

test.each([
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8::aaaa:bbbb:cccc:dddd', '2001:db8:0:0'],
  ['2001:0db8:0:0:1:2:3:4', '2001:db8:0:0'],
  ['[2001:db8::7]:50123', '2001:db8:0:0'],
  ['2001:db8:0:1::1', '2001:db8:0:1'],
  ['::1', '0:0:0:0'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:50123', '192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
  ['unknown', 'unknown'],
])('whoever comes from %s is counted as %s, whatever of it can be chosen', (address, network) =>
  expect(networkOf(address)).toBe(network),
)
