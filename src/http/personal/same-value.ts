import { fold } from '../../domain/free-text/fold.ts'

/** Whether two answers are the same however they were typed: width, blanks, dashes, capitals and digits of other scripts apart. */
export const isSameValue = (one: string, other: string): boolean => plain(one) !== '' && plain(one) === plain(other)

const plain = (text: string) =>
  fold(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s\-–—·.()（）]/g, '')
