import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PanelView } from '../../../domain/warnings/warning-view.ts'
import { CountedLink } from '../../parts/counted/counted-link.tsx'
import { SeriesChart } from '../../parts/series/series-chart.tsx'
import { useSeen } from '../../parts/shell/use-seen.ts'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'
import { behindPoint } from './behind-point.ts'
import { backTestQuery } from './warnings-api.ts'

const SIZE = { width: 252, height: 84 }

/** One series in small: what it counts, how it stands, and its last half year. */
export function PanelCell({ panel }: { panel: PanelView }) {
  const warnings = useWarningsWords()
  const { say, words, locale } = useWords()
  const { panels } = warnings
  const [ref, points] = useBand(panel)
  const { step } = panel
  const last = points[points.length - 1]
  const crossed = points.filter((point) => point.crossed)
  const isAbove = last?.crossed === true
  const name = `${say(panel.of)} · ${say(panel.what)}`
  const bound = last?.upper === null || last?.upper === undefined ? '' : panels.figures(String(Math.floor(last.upper)))
  const standing = panel.tooLittleData
    ? panels.tooLittle
    : isAbove
      ? panels.above
      : panel.open
        ? panels.warned
        : crossed.length > 0
          ? panels.back
          : panels.inside
  const behind = last && behindPoint(panel, last.day)
  const days = crossed.map(({ day }) => dayAndMonth(day, locale)).join(words.listComma)
  return (
    <li ref={ref} className={`panel-cell ${isAbove ? 'is-above' : ''}`}>
      <h3>
        <Link to="/warnings/panels/$key" params={{ key: panel.key }}>
          {name}
        </Link>
        <small className={isAbove ? 'panel-above' : 'hint'}>
          {isAbove && <Icon name="up" size={14} />}
          {standing}
        </small>
      </h3>
      <p className="hint">
        {warnings.subject[panel.subject]} ·{' '}
        {last && (
          <>
            {warnings.last[step]}{' '}
            {behind && last.observed > 0 ? (
              <CountedLink request={behind} label={`${name} ${warnings.last[step]} ${panels.matters(last.observed)}`}>
                <b>{last.observed}</b>
              </CountedLink>
            ) : (
              <b>{last.observed}</b>
            )}
          </>
        )}
        {bound && `${words.comma}${bound}`}
      </p>
      {panel.tooLittleData && <p className="hint">{panels.tooLittleText}</p>}
      <SeriesChart
        points={points}
        size={SIZE}
        label={panels.spoken(
          name,
          last ? `${warnings.last[step]} ${panels.matters(last.observed)}` : '',
          bound && `${words.comma}${bound}`,
          days ? panels.spokenCrossed(days) : panels.spokenNone,
        )}
      />
    </li>
  )
}

/** The points with the band of every week: a night draws it for what has a warning, the rest is asked for once it is seen. */
function useBand({ key, points, tooLittleData }: PanelView) {
  const [ref, seen] = useSeen<HTMLLIElement>()
  const lacks =
    tooLittleData === undefined && points.every(({ expected }, at) => expected === null || at === points.length - 1)
  const { data } = useQuery({ ...backTestQuery(key), enabled: lacks && seen, staleTime: HOUR })
  return [ref, lacks && data ? data.points : points] as const
}

const HOUR = 3_600_000
