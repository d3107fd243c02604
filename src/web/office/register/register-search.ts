/** What another page hands over: the title to begin with. */
export const readRegisterSearch = ({ title }: Record<string, unknown>): { title?: string } =>
  typeof title === 'string' ? { title } : {}
