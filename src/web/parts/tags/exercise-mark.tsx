import { useWords } from '../../words/words.tsx'
import './exercise-mark.css'

/** Says of a matter, a row or a paper that it is an exercise, on paper too. Nothing where it is in earnest. */
export function ExerciseMark({ of }: { of: { readonly exercise?: true } }) {
  const { words } = useWords()
  return of.exercise ? <b className="exercise-mark">{words.exercise}</b> : null
}
