import { Button, Drawer, Loader } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useRef } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { Empty } from '#ui/empty.tsx'
import { FieldGrid } from '#ui/field-grid.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { Day } from '#ui/time.tsx'
import { premisesWords } from '../words.ts'
import { squareMetres } from './area.ts'
import { CaseLines } from './case-lines.tsx'
import { useUnit } from './premises.ts'
import classes from './stacking.module.css'
import { words } from './words.ts'

interface UnitDrawerProps {
  readonly code: string | null
  readonly onClose: () => void
  /** what may be opened for this unit */
  readonly verbs: (customerCode: string | undefined, unitCode: string) => ReactNode
}

/** A unit: who is in, what is open, and what can be done for it. Stays mounted so that the focus goes back to its cell. */
export function UnitDrawer({ code, onClose, verbs }: UnitDrawerProps) {
  const say = useSay()
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const last = useRef(code)
  if (code !== null) last.current = code
  const { data: unit, error } = useUnit(last.current)
  const problem = shownProblem(error)
  return (
    <Drawer
      opened={code !== null}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 480}
      title={`${say(words.unit)} ${last.current ?? ''}`}
    >
      <div className={classes.drawer}>
        {problem && <ProblemAlert problem={problem} />}
        {!unit && !problem && <Loader size="sm" />}
        {unit && (
          <>
            <div className={classes.verbs}>
              {verbs(unit.tenant?.code, unit.code)}
              {unit.tenant && (
                <Button component={UiLink} href={`/customers/${unit.tenant.code}`} variant="default">
                  {say(words.toCustomer)}
                </Button>
              )}
            </div>
            <FieldGrid
              columns={1}
              fields={[
                {
                  label: say(words.tenant),
                  value: unit.tenant ? (
                    <UiLink href={`/customers/${unit.tenant.code}`}>{unit.tenant.shortName}</UiLink>
                  ) : (
                    say(words.vacant)
                  ),
                },
                { label: say(words.leaseEnds), value: unit.tenant?.leaseEnds && <Day date={unit.tenant.leaseEnds} /> },
                { label: say(words.building), value: say({ zh: unit.building.nameZh, en: unit.building.nameEn }) },
                { label: say(words.use), value: say(premisesWords.unitUses[unit.use]) },
                { label: say(words.area), value: say(words.squareMetres(squareMetres(unit.areaCm2))) },
                ...(unit.doorToken === null
                  ? []
                  : [
                      {
                        label: say(words.doorCode),
                        value: (
                          <a
                            href={unit.doorToken.startsWith('/') ? unit.doorToken : `/q/${unit.doorToken}`}
                            target="_blank"
                            rel="noopener"
                          >
                            {say(words.openDoor)}
                          </a>
                        ),
                      },
                    ]),
              ]}
            />
            <Section title={say(words.openCases)} note={unit.open.length}>
              {unit.open.length === 0 ? <Empty title={say(words.noOpen)} /> : <CaseLines lines={unit.open} />}
            </Section>
          </>
        )}
      </div>
    </Drawer>
  )
}
