import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { AdminPerson, AdminPost, AdminUnit } from '../../../domain/views/admin-views.ts'
import { useIsPhone } from '../../parts/shell/use-is-phone.ts'
import { adminPeopleQuery, adminPostsQuery, adminUnitsQuery } from './admin-api.ts'
import { Loaded } from './loaded.tsx'
import { UnitPanel } from './unit-panel.tsx'
import { UnitPosts } from './unit-posts.tsx'
import { UnitTree } from './unit-tree.tsx'

/** The tree of units, and beside it one unit with its posts. */
export function UnitsPart() {
  const units = useQuery(adminUnitsQuery)
  const posts = useQuery(adminPostsQuery)
  const people = useQuery(adminPeopleQuery)
  return (
    <Loaded query={units}>
      {(allUnits) => (
        <Loaded query={posts}>
          {(allPosts) => (
            <Loaded query={people}>{(all) => <Structure units={allUnits} posts={allPosts} people={all} />}</Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

function Structure({
  units,
  posts,
  people,
}: {
  units: readonly AdminUnit[]
  posts: readonly AdminPost[]
  people: readonly AdminPerson[]
}) {
  const search = useSearch({ from: '/admin' })
  const navigate = useNavigate({ from: '/admin' })
  const isPhone = useIsPhone()
  const detail = useRef<HTMLDivElement>(null)
  const unit = units.find(({ id }) => id === search.unit) ?? units.find(({ parentId }) => !parentId)
  const choose = (id: string) => {
    void navigate({ search: { unit: id }, replace: true, resetScroll: false })
    if (isPhone) detail.current?.scrollIntoView({ block: 'start' })
  }
  if (!unit) return null
  return (
    <div className="structure">
      <UnitTree units={units} selected={unit.id} choose={choose} />
      <div ref={detail} className="structure-detail">
        <UnitPanel key={unit.id} unit={unit} units={units} choose={choose} />
        <UnitPosts
          key={`${unit.id} posts`}
          unit={unit}
          posts={posts.filter(({ unitId }) => unitId === unit.id)}
          people={people}
        />
      </div>
    </div>
  )
}
