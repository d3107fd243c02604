/** Whether a host is a number and no name: WebAuthn binds keys to names. */
export const isIpAddress = (host: string): boolean => /^\d+(\.\d+){3}$/.test(host) || host.includes(':')
