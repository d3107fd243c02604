import { useQuery } from '@tanstack/react-query'
import { useOffice } from '../../client/office.tsx'
import { Loaded } from '../admin/loaded.tsx'
import { CategoriesCard, ChannelsCard, NumberingCard } from './choices-cards.tsx'
import { DaysCard, RecountCard } from './days-card.tsx'
import { InfoCard } from './info-card.tsx'
import { officeQuery } from './office-api.ts'
import { ConfirmCard, LengthsCard } from './rules-cards.tsx'
import { SchedulesCard } from './schedules-card.tsx'
import { TiesCard } from './ties-card.tsx'
import { useOfficeTasks } from './use-office-tasks.tsx'
import { WarningsCard } from './warnings-card.tsx'
import './own-office.css'

/** What the office sets for itself, one card each. */
export function OfficePart() {
  const query = useQuery(officeQuery(useOffice().kinds))
  const { ask, drawer } = useOfficeTasks()
  return (
    <Loaded query={query}>
      {(office) => (
        <div className="own-cards">
          <InfoCard office={office} ask={ask} />
          <ConfirmCard office={office} ask={ask} />
          <DaysCard office={office} ask={ask} />
          <RecountCard ask={ask} />
          <LengthsCard office={office} ask={ask} />
          <SchedulesCard office={office} ask={ask} />
          <ChannelsCard office={office} ask={ask} />
          <CategoriesCard office={office} ask={ask} />
          <NumberingCard office={office} ask={ask} />
          <WarningsCard office={office} ask={ask} />
          <TiesCard ask={ask} />
          {drawer}
        </div>
      )}
    </Loaded>
  )
}
