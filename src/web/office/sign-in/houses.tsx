import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { getDoor, houseAddress } from '../../client/sign-in/sign-in-api.ts'
import { Icon } from '../../theme/icon.tsx'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import type { Second } from './second-step.tsx'

/** How somebody came back from a house: said in the address, and of nobody. */
export const cameBack = (): string => new URLSearchParams(location.search).get('house') ?? ''

/** Buttons that lead to other houses, where there are any; and the second step for who came back from one. */
export function Houses({ ask }: { ask: (second: Second) => void }) {
  const own = useSignInWords()
  const { data } = useQuery({ queryKey: ['door'], queryFn: getDoor, retry: false, staleTime: 0 })
  const second = data?.second
  useEffect(() => {
    if (second && cameBack() === 'second') ask(second)
  }, [second, ask])
  return data?.houses.map(({ tenant, name }) => (
    <a key={tenant} className="button is-large" href={houseAddress(tenant)}>
      <Icon name="link" />
      {own.house.signIn(name)}
    </a>
  ))
}
