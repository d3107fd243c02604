import { useState } from 'react'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { ListDrawer, type ListKind } from './list-drawer.tsx'

/** Opens the drawer that takes a list in. */
export function ListButton({ kind }: { kind: ListKind }) {
  const say = useOwnOfficeWords()
  const [open, setOpen] = useState(false)
  const title = { units: say.listUnits, people: say.listPeople, days: say.listDays }[kind]
  return (
    <>
      <button type="button" className="button is-small" onClick={() => setOpen(true)}>
        {title}
      </button>
      {open && <ListDrawer kind={kind} title={title} close={() => setOpen(false)} />}
    </>
  )
}
