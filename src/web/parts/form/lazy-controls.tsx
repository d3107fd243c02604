import { lazy, Suspense } from 'react'
import { piece } from '../../client/piece.ts'
import type { ControlProps } from './control.ts'

// antd is most of the weight of a form and none of the first page: it comes with the first picker.
const DatePick = lazy(piece(async () => ({ default: (await import('./date-pick.tsx')).DatePick })))
const UnitPick = lazy(piece(async () => ({ default: (await import('./unit-pick.tsx')).UnitPick })))
const PostPick = lazy(piece(async () => ({ default: (await import('./post-pick.tsx')).PostPick })))

const Room = () => <span className="input form-room" />

/** A day, with holidays and make-up days marked. */
export const DateControl = (props: ControlProps<'date' | 'dateTime'>) => (
  <Suspense fallback={<Room />}>
    <DatePick {...props} />
  </Suspense>
)

/** A unit out of the tree. */
export const UnitControl = (props: ControlProps) => (
  <Suspense fallback={<Room />}>
    <UnitPick {...props} />
  </Suspense>
)

/** A post with one of the roles that the field asks for. */
export const PostControl = (props: ControlProps<'post'>) => (
  <Suspense fallback={<Room />}>
    <PostPick {...props} />
  </Suspense>
)
