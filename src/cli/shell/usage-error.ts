import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'

/** A command line or file that cannot be understood, with the sentence that says which part and which rule. */
export const usageError = (text: Text): AnlanError => new AnlanError('request-invalid', { text })
