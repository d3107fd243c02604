/** The step whose form is open, and the reference of the matter that it is to be merged into, from the address. */
export type StepSearch = { readonly step?: string; readonly into?: string }

/** Reads the address; what is no word is left out. */
export const readStepSearch = ({ step, into }: Record<string, unknown>): StepSearch =>
  typeof step === 'string' ? { step, ...(typeof into === 'string' ? { into } : {}) } : {}
