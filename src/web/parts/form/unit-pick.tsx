import TreeSelect from 'antd/es/tree-select'
import { useMemo } from 'react'
import type { Text } from '../../../domain/text.ts'
import type { Directory, Unit } from '../../../domain/unit.ts'
import { useOffice } from '../../client/office.tsx'
import { AntdFrame } from '../../theme/antd-frame.tsx'
import { useWords } from '../../words/words.tsx'
import { ariaOf, type ControlProps } from './control.ts'

type Node = { readonly value: string; readonly title: string; readonly children: Node[] }

/** The units as a tree, found by name. */
export function UnitPick(props: ControlProps) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const { id, value, change } = props
  const tree = useMemo(() => unitTree(directory, say), [directory, say])
  return (
    <AntdFrame>
      <TreeSelect
        id={id}
        className="form-pick"
        value={typeof value === 'string' && value ? value : null}
        treeData={tree}
        treeDefaultExpandedKeys={tree.map((node) => node.value)}
        placeholder={words.form.chooseUnit}
        showSearch
        treeNodeFilterProp="title"
        allowClear
        listHeight={320}
        onChange={(next: string | null | undefined) => change(next ?? undefined)}
        {...ariaOf(props)}
      />
    </AntdFrame>
  )
}

function unitTree({ units }: Directory, say: (text: Text) => string): Node[] {
  const all = Object.values(units)
  const below = (parentId: string | undefined): Node[] =>
    all.filter((unit) => (unit.parentId && units[unit.parentId] ? unit.parentId : undefined) === parentId).map(nodeOf)
  const nodeOf = (unit: Unit): Node => ({ value: unit.id, title: say(unit.name), children: below(unit.id) })
  return below(undefined)
}
