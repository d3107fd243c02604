import type { Holder } from '../../../domain/procedure/seat.ts'
import { seatTitle, standsText } from '../../../domain/wording/taker-text.ts'
import { useOffice } from '../../client/office.tsx'
import { DueChip } from '../../parts/due/due-chip.tsx'
import { holderText } from '../../parts/matter/holder-name.ts'
import { useWords } from '../../words/words.tsx'
import type { SectionProps } from './sections.ts'

/** Who was asked to take part: units that assist, parties, those who vote; who has signed and answered, and by when. */
export function SeatsCard({ view: { matter }, procedure }: SectionProps) {
  const { words, say } = useWords()
  const { holders: all = [] } = matter
  // Those for whom a clock runs apart stand on the board, where there is one.
  const isOnBoard = (seat: string) =>
    Object.values(procedure.steps).some(({ logs }) => logs) &&
    Object.values(procedure.deadlines).some(({ per }) => per === seat)
  const holders = all.filter(({ seat }) => !isOnBoard(seat))
  if (holders.length === 0) return null
  const seats = [...new Set(holders.map(({ seat }) => seat))]
  return (
    <section className="card" aria-labelledby="seats">
      <header className="card-head">
        <h2 id="seats">
          {seats.length === 1 ? say(seatTitle(seats[0] ?? '', procedure)) : words.matter.seats}{' '}
          <span className="count">{holders.length}</span>
        </h2>
      </header>
      {seats.map((seat) => (
        <div key={seat}>
          {seats.length > 1 && <h3 className="seat-title">{say(seatTitle(seat, procedure))}</h3>}
          <ul>
            {holders
              .filter((holder) => holder.seat === seat)
              .map((holder) => (
                <HolderLine key={holder.id} holder={holder} matter={matter} procedure={procedure} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function HolderLine({
  holder,
  matter,
  procedure,
}: {
  holder: Holder
  matter: SectionProps['view']['matter']
  procedure: SectionProps['procedure']
}) {
  const { words, say, locale } = useWords()
  const { directory } = useOffice()
  const own = standsText(holder.seat, holder.state, procedure)
  const clock = matter.clocks.findLast((each) => each.holder === holder.id && each.state !== 'cancelled')
  return (
    <li className="side-item">
      <span className="work-what">
        <b>{holderText(holder, matter, procedure, { words, say, locale, directory })}</b>
        <small>{own ? say(own) : words.matter.holderState[holder.state]}</small>
      </span>
      {clock && <DueChip clock={clock} size="short" />}
    </li>
  )
}
