import { sql } from 'kysely'
import type { Urged } from '../../domain/views/views.ts'

/** Who urged the matter `m` last since it last moved on, and when. A column, so that a list needs no second question. */
export const URGED = sql<Urged | null>`(
  select jsonb_strip_nulls(jsonb_build_object('at', e.event ->> 'at', 'personName', p.name))
  from matter_events e left join people p on p.tenant = e.tenant and p.id = e.event -> 'by' ->> 'personId'
  where e.tenant = m.tenant and e.matter_id = m.id and e.type = 'StepTaken' and e.event ->> 'step' = 'urge'
    and e.version > (m.matter ->> 'stateVersion')::int
  order by e.version desc limit 1)`
