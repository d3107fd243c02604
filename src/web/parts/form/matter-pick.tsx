import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Select from 'antd/es/select'
import { useEffect, useMemo, useState } from 'react'
import type { LedgerFilter } from '../../../domain/views/ledger-filter.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { foundQuery } from '../../client/queries.ts'
import { AntdFrame } from '../../theme/antd-frame.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { ariaOf, type ControlProps } from './control.ts'
import { NamedList } from './named-list.tsx'

/** Asked again when somebody stops typing for this long. */
const QUIET_MS = 300

type Props = ControlProps & {
  /** Among which matters; beside the words that are typed. */
  readonly among: LedgerFilter
  /** Itself, which is never meant. */
  readonly except?: string | undefined
}

/** Another matter in sight, found by its number or words of its title, and picked. */
export function MatterPick({ among, except, ...props }: Props) {
  const { words, say } = useWords()
  const { rulebook } = useOffice()
  const { id, field, value, change } = props
  const [typed, setTyped] = useState('')
  const text = useQuiet(typed.trim())
  const filter: LedgerFilter = { ...among, ...(text ? { text } : {}) }
  const { data: found = [], isFetching } = useQuery({ ...foundQuery(filter), placeholderData: keepPreviousData })
  const options = useMemo(
    () =>
      found
        .filter((row) => row.id !== except)
        .map(({ reference, title, procedure, state }) => ({
          value: reference,
          label: `${reference} ${title}`,
          state: say(procedureOf(rulebook, procedure)?.states[state]?.title ?? { zh: '', en: '' }),
        })),
    [found, except, rulebook, say],
  )
  return (
    <AntdFrame>
      <Select
        id={id}
        className="form-pick"
        value={typeof value === 'string' && value ? value : null}
        options={options}
        optionRender={({ label, data }) => (
          <span className="reference-option">
            <span>{label}</span>
            <small className="hint">{data.state}</small>
          </span>
        )}
        placeholder={words.form.chooseMatter}
        // The server searches; what it found is all there is to choose from.
        showSearch={{ filterOption: false, onSearch: setTyped }}
        notFoundContent={isFetching ? words.form.searching : words.form.noMatter}
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

/** A text once it has stopped changing. */
function useQuiet(text: string): string {
  const [quiet, setQuiet] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), QUIET_MS)
    return () => clearTimeout(timer)
  }, [text])
  return quiet
}
