/** The step whose form is open, from the address. */
export const readStepSearch = ({ step }: Record<string, unknown>): { step?: string } =>
  typeof step === 'string' ? { step } : {}
