/** A key for one wish. Not crypto.randomUUID: an office without https, at an address of its own network, does not have it. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
