import { useState } from 'react'
import type { AdminUnit } from '../../../domain/views/admin-views.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { ListButton } from '../own-office/list-button.tsx'
import { addUnit, changeUnit, closeUnit } from './admin-api.ts'
import { AdminDrawer } from './admin-drawer.tsx'
import { unitAnswers, unitBody, unitForm } from './admin-forms.ts'
import { useMayChange } from './may-change.ts'

/** One unit: where it stands, what is open in it, and what can be done with it. */
export function UnitPanel({
  unit,
  units,
  choose,
}: {
  unit: AdminUnit
  units: readonly AdminUnit[]
  choose: (id: string) => void
}) {
  const { say, words } = useWords()
  const admin = useAdminWords()
  const mayChange = useMayChange()
  const [doing, setDoing] = useState<'rename' | 'add' | 'close'>()
  const parent = units.find(({ id }) => id === unit.parentId)
  const uses = [
    unit.openUnits > 0 ? admin.openUnits(unit.openUnits) : '',
    unit.openPosts > 0 ? admin.openPosts(unit.openPosts) : '',
    unit.openMatters > 0 ? admin.openMatters(unit.openMatters) : '',
  ].filter(Boolean)
  const locked = !parent
    ? admin.unit.lockedTop
    : uses.length > 0
      ? admin.unit.locked(uses.join(words.listComma))
      : undefined
  return (
    <section className="card unit-panel" aria-labelledby="unit-title">
      <header className="unit-head">
        <h2 id="unit-title">{say(unit.name)}</h2>
        <p className="muted">
          {admin.kinds[unit.kind]} · {parent ? `${admin.unit.path} ${say(parent.name)}` : admin.unit.top}
          {uses.length > 0 && ` · ${uses.join(words.listComma)}`}
          {unit.closedAt && ` · ${admin.closed}`}
        </p>
      </header>
      {!unit.closedAt && mayChange && (
        <div className="unit-actions">
          <button type="button" className="button" onClick={() => setDoing('rename')}>
            {admin.unit.rename}
          </button>
          <button type="button" className="button" onClick={() => setDoing('add')}>
            <Icon name="plus" size={16} />
            {admin.unit.addBelow}
          </button>
          {!parent && <ListButton kind="units" />}
          <button
            type="button"
            className="button"
            aria-disabled={locked !== undefined}
            aria-describedby={locked ? 'unit-locked' : undefined}
            onClick={() => !locked && setDoing('close')}
          >
            {locked && <Icon name="lock" size={16} />}
            {admin.unit.close}
          </button>
          {locked && (
            <span id="unit-locked" className="hint">
              {locked}
            </span>
          )}
        </div>
      )}
      <UnitDrawer unit={unit} doing={doing} choose={choose} close={() => setDoing(undefined)} />
    </section>
  )
}

function UnitDrawer({
  unit,
  doing,
  choose,
  close,
}: {
  unit: AdminUnit
  doing: 'rename' | 'add' | 'close' | undefined
  choose: (id: string) => void
  close: () => void
}) {
  const { say } = useWords()
  const admin = useAdminWords()
  const name = say(unit.name)
  if (doing === 'rename') {
    return (
      <AdminDrawer
        title={admin.unit.rename}
        under={name}
        form={unitForm}
        draft={`unit:${unit.id}`}
        start={unitAnswers(unit)}
        send={async (values, reason) => {
          await changeUnit(unit.id, { reason, ...unitBody(values) })
          notify(admin.unit.changed)
        }}
        close={close}
      />
    )
  }
  if (doing === 'add') {
    return (
      <AdminDrawer
        title={admin.unit.addTitle(name)}
        form={unitForm}
        draft={`unit-below:${unit.id}`}
        start={{}}
        action={admin.unit.addBelow}
        send={async (values, reason) => {
          const { id } = await addUnit({ reason, parentId: unit.id, ...unitBody(values) })
          choose(id)
          notify(admin.unit.added)
        }}
        close={close}
      />
    )
  }
  if (doing === 'close') {
    return (
      <AdminDrawer
        title={admin.unit.closeTitle(name)}
        under={admin.unit.closeWhy}
        draft={`unit-close:${unit.id}`}
        start={{}}
        action={admin.unit.close}
        send={async (_, reason) => {
          await closeUnit(unit.id, reason)
          if (unit.parentId) choose(unit.parentId)
          notify(admin.unit.closedDone)
        }}
        close={close}
      />
    )
  }
  return null
}
