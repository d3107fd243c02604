import { expect, test } from 'vitest'
import { arrangeAsides } from './arrange-asides.ts'

const ids = (...names: string[]) => names.map((id) => ({ id }))

test('a leader sees three side steps, the everyday ones first; the rest waits behind one button', () =>
  expect(arrangeAsides(ids('regrade', 'list', 'urge', 'addMaterial', 'assignOwner', 'supervise'))).toEqual({
    shown: ids('urge', 'addMaterial', 'regrade'),
    rest: ids('list', 'assignOwner', 'supervise'),
  }))

test('with few side steps nothing is hidden', () => expect(arrangeAsides(ids('addMaterial')).rest).toEqual([]))
