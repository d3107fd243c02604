import { test } from 'vitest'
import { everySecond, expectOneDueDay } from '../testing/chance/one-due-day.ts'

test.each(everySecond(1))(
  '%d lives of %s over two Spring Festivals, with a notice in between, show one due day everywhere',
  (lives, _, procedure) => expectOneDueDay(procedure, lives),
  240_000,
)
