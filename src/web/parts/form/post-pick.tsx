import Select from 'antd/es/select'
import { useMemo } from 'react'
import { isPostInLine } from '../../../domain/unit/staff.ts'
import type { Directory, Post } from '../../../domain/unit/unit.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { AntdFrame } from '../../theme/antd-frame.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { ariaOf, type ControlProps } from './control.ts'
import { NamedList } from './named-list.tsx'

type Option = { readonly value: string; readonly label: string }

/** The posts that carry a role the field asks for, under their units; found by name, title or unit. */
export function PostPick(props: ControlProps<'post'>) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const { id, field, value, change, around } = props
  // Whoever handles the matter sits in the unit that handles it.
  const within = field.sets === 'owner' ? around.unitId : undefined
  const groups = useMemo(() => {
    const labelOf = (post: Post) => `${post.holder?.name ?? words.form.nobody} · ${say(post.title)}`
    return postGroups(directory, field.roles, within, labelOf, (unitId) => unitName(directory, unitId, say))
  }, [directory, field.roles, within, say, words])
  return (
    <AntdFrame>
      <Select
        id={id}
        className="form-pick"
        value={typeof value === 'string' && value ? value : null}
        options={groups}
        placeholder={words.form.choosePost}
        showSearch={{ filterOption: (typed, option) => matches(typed, option) }}
        // antd's own icons bring English names with them.
        suffixIcon={<Icon name="down" size={14} />}
        allowClear={{ clearIcon: <Icon name="close" size={14} />, label: words.form.clear }}
        listHeight={320}
        popupRender={(list) => <NamedList name={say(field.title)}>{list}</NamedList>}
        onChange={(next: string | null | undefined) => change(next ?? undefined)}
        {...ariaOf(props)}
      />
    </AntdFrame>
  )
}

const matches = (typed: string, option: unknown): boolean =>
  typeof option === 'object' &&
  option !== null &&
  'label' in option &&
  String(option.label).toLowerCase().includes(typed.toLowerCase())

function postGroups(
  directory: Directory,
  roles: readonly string[] | undefined,
  within: string | undefined,
  labelOf: (post: Post) => string,
  unitOf: (unitId: string) => string,
) {
  const fitting = Object.values(directory.posts).filter(
    (post) =>
      (!roles || post.roles.some((role) => roles.includes(role))) &&
      (within === undefined || isPostInLine(post.id, within, directory)),
  )
  const byUnit = new Map<string, Option[]>()
  for (const post of fitting) {
    byUnit.set(post.unitId, [...(byUnit.get(post.unitId) ?? []), { value: post.id, label: labelOf(post) }])
  }
  return [...byUnit].map(([unitId, options]) => ({ label: unitOf(unitId), options }))
}
