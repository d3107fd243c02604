import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantCounty, type TestCounty, testCounty } from '../../testing/county.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { databaseFor } from '../connection/connect.ts'
import { newId } from '../write/ids.ts'
import { listAdminChanges } from './admin-changes.ts'
import { agreeTie, setTie } from './office-ties.ts'

const CITY = 'yunchuan'
let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  await plantCounty(county.database, CITY)
})
afterAll(() => county?.dispose())

const AT = '2026-03-02T01:00:00.000Z'
const tie = (tenant: string, other: string, stands: 'above' | 'below' | 'beside') =>
  setTie(county.database.owner, {
    tenant,
    other,
    stands,
    name: { zh: other, en: other },
    intake: { zh: '综治中心', en: 'Centre' },
    because: '云政办〔2026〕3号',
    at: AT,
  })
const agree = (tenant: string, other: string, agrees = true) =>
  agreeTie(
    databaseFor(county.deps.pool, tenant),
    county.deps.pool,
    {
      tenant,
      personId: 'person-administrator',
      personName: '钱虚拟',
      postId: 'administrator',
      reason: '按文件办理',
      at: AT,
      changeId: newId(Date.parse(AT)),
    },
    { other, agrees, takesIn: 'centre' },
  )
const officeOf = async (tenant: string, other: string) => {
  county.deps.rulebooks.forget(tenant)
  return (await county.deps.rulebooks.of(tenant)).directory.offices?.[other]
}

test('two offices are tied by the installation, and nothing goes between them before each has agreed for itself', async () => {
  await tie(TEST_TENANT, CITY, 'above')
  await tie(CITY, TEST_TENANT, 'below')
  expect(await officeOf(TEST_TENANT, CITY)).toMatchObject({ stands: 'above', agreed: false })
  await agree(TEST_TENANT, CITY)
  expect(await officeOf(TEST_TENANT, CITY)).toMatchObject({ agreedHere: true, agreed: false, takesIn: 'centre' })
  expect(await officeOf(CITY, TEST_TENANT)).toMatchObject({ agreed: false })
  await agree(CITY, TEST_TENANT)
  expect(await officeOf(TEST_TENANT, CITY)).toMatchObject({ agreed: true })
  expect(await officeOf(CITY, TEST_TENANT)).toMatchObject({ agreed: true })
})

test('either takes it back at any time, on record with its reason', async () => {
  await agree(CITY, TEST_TENANT, false)
  expect(await officeOf(TEST_TENANT, CITY)).toMatchObject({ agreed: false, agreedHere: true })
  const changes = await listAdminChanges(databaseFor(county.deps.pool, CITY), CITY, 10)
  expect(changes).toContainEqual(expect.objectContaining({ subjectId: 'ties', reason: '按文件办理' }))
})

test('standing otherwise than before, both agree anew', async () => {
  await agree(CITY, TEST_TENANT)
  await tie(TEST_TENANT, CITY, 'beside')
  expect(await officeOf(TEST_TENANT, CITY)).toMatchObject({ stands: 'beside', agreed: false })
})

test('nobody agrees with an office that the installation has not tied', async () => {
  await expect(agree(TEST_TENANT, 'nowhere')).rejects.toMatchObject({ code: 'not-found' })
})
