// node bench/draw-comparison.ts [DIRECTORY WITH THE PUBLIC DATA]: draws the funnel and the forecast of docs/early-warning.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requestFlow, rowsOf } from './forecast/request-flow.ts'
import { forecastPicture } from './pictures/forecast-picture.ts'
import { funnelPicture } from './pictures/funnel-picture.ts'

const directory = process.argv[2] ?? '../shared/data'

const potholes = rowsOf(join(directory, 'requests-boston-2011-all/requests_2011_07_to_10.csv.gz')).filter(
  ({ type, neighborhood, sla_due }) =>
    type === 'Request for Pothole Repair' && neighborhood && neighborhood !== 'Boston' && sla_due,
)
const areas = [...Map.groupBy(potholes, ({ neighborhood = '' }) => neighborhood)].map(([name, rows]) => ({
  name,
  numerator: rows.filter(({ on_time }) => on_time === 'ONTIME').length,
  denominator: rows.length,
}))
writeFileSync('docs/pictures/funnel.svg', funnelPicture(areas, 'in time'))

const pests = rowsOf(join(directory, 'requests-boston-animal-pest/requests_2013_2016.csv.gz')).filter(
  ({ type }) => type === 'Pest Infestation - Residential',
)
const flow = requestFlow(pests, { from: '2013-01-07', steps: 207, stepDays: 7 })
writeFileSync('docs/pictures/forecast.svg', forecastPicture(flow, 170, 'open and overdue'))
