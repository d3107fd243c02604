import type { TestOffice } from './office.ts'
import { TEST_TENANT } from './people.ts'

/** A mail that could not be delivered and is tried no more. */
export async function deadMail(office: TestOffice): Promise<string> {
  const id = '00000000-0000-8000-8000-00000000000c'
  const { owner } = office.county.database
  await owner.query(
    `insert into deliveries (tenant, id, notice_id, target, batch, state, attempts, next_at, created_at)
     values ($1, $2, $2, 'person:person-handler', $2, 'dead', 1, now(), now())`,
    [TEST_TENANT, id],
  )
  await owner.query(
    `insert into delivery_attempts (tenant, batch, attempt, at, succeeded, said) values ($1, $2, 1, now(), false, '550 no such mailbox')`,
    [TEST_TENANT, id],
  )
  return id
}
