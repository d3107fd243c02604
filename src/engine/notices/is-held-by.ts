import type { Matter } from '../../domain/matter/matter.ts'
import { personsIn } from '../../domain/unit/staff.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { readersOf } from './readers-of.ts'

/** Whether this person does the work of the post that a notice was for, and sees the matter in it. */
export function isHeldBy(receiver: string, personId: string, matter: Matter, directory: Directory): boolean {
  const persons = personsIn(receiver.slice('post:'.length), directory)
  return persons.includes(personId) && readersOf(receiver, matter, directory).includes(receiver)
}
