import { useSay } from '#ui/language.tsx'
import { words } from './words.ts'

/** Stars, and what they say to who cannot see them. */
export function ScoreShown({ score }: { score: number }) {
  const say = useSay()
  return (
    <span role="img" aria-label={say(words.scoreOf(score))}>
      {'★'.repeat(score)}
      {'☆'.repeat(Math.max(0, 5 - score))}
    </span>
  )
}
