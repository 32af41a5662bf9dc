import { Skeleton } from '@mantine/core'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { useNow } from '#ui/now.ts'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { useStacking } from './premises.ts'
import { type Mark, markLooks, marks, marksOf } from './stack-marks.ts'
import { Tower } from './stack-tower.tsx'
import classes from './stacking.module.css'
import { UnitDrawer } from './unit-drawer.tsx'
import { words } from './words.ts'

interface StackingPlanProps {
  /** the unit whose drawer is open, from the address */
  readonly unit: string | null
  readonly onUnit: (code: string | null) => void
  /** only units with this mark stand out */
  readonly only: string
  readonly onOnly: (mark: string) => void
  readonly verbs: (customerCode: string | undefined, unitCode: string) => React.ReactNode
}

/** 楼层销控: the towers floor by floor, who is in, and what is open over it. */
export function StackingPlan({ unit, onUnit, only, onOnly, verbs }: StackingPlanProps) {
  const say = useSay()
  const now = useNow(60_000)
  const { data, error, refetch } = useStacking()
  const problem = shownProblem(data ? null : error)
  const units = data?.towers.flatMap((tower) => tower.floors.flatMap((floor) => floor.units)) ?? []
  const count = (mark: Mark) => units.filter((one) => marksOf(one, now).includes(mark)).length
  const chosen = marks.find((mark) => mark === only) ?? null
  return (
    <Page title={say(words.stacking)}>
      {problem && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      <div className={classes.legend} role="group" aria-label={say(words.legend)}>
        {marks.map((mark) => {
          const { tone, says, letter } = markLooks[mark]
          return (
            <button
              key={mark}
              type="button"
              className={classes.key}
              data-tone={tone}
              aria-pressed={chosen === mark}
              onClick={() => onOnly(chosen === mark ? '' : mark)}
            >
              <span className={classes.swatch} aria-hidden>
                {letter && say(letter)}
              </span>
              {say(says)} <strong className="tabular">{count(mark)}</strong>
            </button>
          )
        })}
      </div>
      {data === undefined && !problem && <Skeleton height={420} />}
      {data && (
        <div className={classes.towers}>
          {data.towers.map((tower) =>
            tower.floors.some((floor) => floor.units.length > 0) ? (
              <Tower key={tower.code} tower={tower} only={chosen} now={now} openCode={unit} onUnit={onUnit} />
            ) : (
              <Section key={tower.code} title={say({ zh: tower.nameZh, en: tower.nameEn })}>
                <Empty title={say(words.noUnits)} />
              </Section>
            ),
          )}
        </div>
      )}
      <UnitDrawer code={unit} onClose={() => onUnit(null)} verbs={verbs} />
    </Page>
  )
}
