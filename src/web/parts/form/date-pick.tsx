import DatePicker from 'antd/es/date-picker'
import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { boundsOf } from '../../../domain/procedure/date-bounds.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { dayInfo } from '../../../engine/time/calendar.ts'
import { useOffice } from '../../client/office.tsx'
import { AntdFrame } from '../../theme/antd-frame.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { ariaOf, type ControlProps } from './control.ts'

dayjs.extend(utc)

const CHINA_MINUTES = 480
const DAY = 'YYYY-MM-DD'

/** A day or a moment in China time. Days off are grey with 休, weekend days that are worked carry 班. */
export function DatePick(props: ControlProps<'date' | 'dateTime'>) {
  const { words, locale } = useWords()
  const { rulebook, now } = useOffice()
  const { id, field, value, change, around } = props
  const { earliest, latest } = boundsOf(field, around.days)
  const withTime = field.kind === 'dateTime'
  const picked =
    typeof value === 'string' && value ? (withTime ? dayjs(value).utcOffset(CHINA_MINUTES) : dayjs(value)) : null
  const current = around.days.now ?? now()
  const today = dayOf(current)
  const put = (next: Dayjs | null) => {
    if (!next) return change(undefined)
    change(withTime ? next.utcOffset(CHINA_MINUTES, true).toISOString() : next.format(DAY))
  }
  return (
    <AntdFrame>
      <span className="form-date-row">
        <DatePicker
          id={id}
          className="form-date"
          value={picked}
          minDate={dayjs(earliest)}
          maxDate={dayjs(latest).endOf('day')}
          showTime={withTime ? { format: 'HH:mm' } : false}
          format={withTime ? `${DAY} HH:mm` : DAY}
          placeholder={words.form.dateFormat}
          needConfirm={false}
          // antd's own icons bring English names with them.
          suffixIcon={<Icon name="today" size={16} />}
          allowClear={{ clearIcon: <Icon name="close" size={14} /> }}
          // Enter takes the day that was typed; it must not send the form with it.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          cellRender={(current, { type, originNode }) => {
            if (type !== 'date' || !dayjs.isDayjs(current)) return originNode
            const { off, makeUp, name } = dayInfo(rulebook.calendar, current.format(DAY))
            return (
              <div
                className={`ant-picker-cell-inner pick-day${off ? ' is-off' : ''}`}
                title={locale === 'zh' ? (name ?? '') : ''}
              >
                {current.date()}
                {makeUp && <i>{locale === 'zh' ? words.today.work : 'W'}</i>}
              </div>
            )
          }}
          onChange={(next) => put(next)}
          {...ariaOf(props)}
        />
        {!picked && earliest <= today && today <= latest && (
          <button type="button" className="button is-small" onClick={() => change(withTime ? current : today)}>
            {withTime ? words.form.now : words.form.today}
          </button>
        )}
      </span>
    </AntdFrame>
  )
}
