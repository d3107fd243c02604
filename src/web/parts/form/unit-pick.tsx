import Select from 'antd/es/select'
import { useMemo } from 'react'
import { useOffice } from '../../client/office.tsx'
import { unitOptions } from '../../client/unit-options.ts'
import { AntdFrame } from '../../theme/antd-frame.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { ariaOf, type ControlProps } from './control.ts'
import { NamedList } from './named-list.tsx'

const INDENT = 16

/** The units in the order of the tree, found by name. */
export function UnitPick(props: ControlProps) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const { id, field, value, change } = props
  const options = useMemo(
    () => unitOptions(directory, say).map(({ value: unit, title, depth }) => ({ value: unit, label: title, depth })),
    [directory, say],
  )
  return (
    <AntdFrame>
      <Select
        id={id}
        className="form-pick"
        value={typeof value === 'string' && value ? value : null}
        options={options}
        optionRender={({ label, data }) => <span style={{ paddingLeft: INDENT * data.depth }}>{label}</span>}
        placeholder={words.form.chooseUnit}
        showSearch={{ optionFilterProp: 'label' }}
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
