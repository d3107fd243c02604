import { z } from 'zod'

/**
 * A schema that says of an answer exactly what its type says. One that names a property less or more, or another type,
 * does not compile: `Differs` names the properties in question.
 */
export const described =
  <T>() =>
  <S extends z.ZodType<T>>(schema: Same<T, z.output<S>> extends true ? S : Differs<T, z.output<S>>): z.ZodType<T> =>
    schema as S

/** A property that is left out when there is nothing to say, and never null. */
export const optional = z.exactOptional

type Same<A, B> = (<G>() => G extends Plain<A> ? 1 : 2) extends <G>() => G extends Plain<B> ? 1 : 2 ? true : false

type Differs<A, B> = {
  readonly differs: {
    [K in keyof A | keyof B]: K extends keyof A & keyof B ? (Same<A[K], B[K]> extends true ? never : K) : K
  }[keyof A | keyof B]
}

/** A type as JSON carries it, whether or not somebody may write to it. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly Plain<E>[]
    : { readonly [K in keyof T]: Plain<T[K]> }
