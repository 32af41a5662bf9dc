import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Day } from '#ui/time.tsx'
import type { Tenancy } from '../view.ts'
import { premisesWords } from '../words.ts'
import { squareMetres } from './area.ts'
import classes from './premises.module.css'
import { words } from './words.ts'

/** What a customer rents, until when. */
export function Tenancies({ tenancies }: { tenancies: readonly Tenancy[] }) {
  const say = useSay()
  return (
    <Section title={say(words.tenancies)} note={tenancies.length}>
      {tenancies.length === 0 ? (
        <Empty title={say(words.noTenancies)} />
      ) : (
        <ul className={classes.lines}>
          {tenancies.map((tenancy) => (
            <li key={tenancy.id} className={classes.line}>
              <span className={classes.caseLink}>
                <strong>
                  {tenancy.units.map((unit, at) => (
                    <span key={unit.code}>
                      {at > 0 && '、'}
                      <UiLink href={`/stacking?unit=${unit.code}`} className={classes.code}>
                        {unit.code}
                      </UiLink>
                    </span>
                  ))}
                </strong>
                <span className={classes.soft}>
                  {say(words.contract)} {tenancy.contract} ·{' '}
                  {say(words.squareMetres(squareMetres(tenancy.units.reduce((sum, unit) => sum + unit.areaCm2, 0))))} ·{' '}
                  {say(premisesWords.restorations[tenancy.restoration])}
                </span>
              </span>
              <span className={classes.soft}>
                <Day date={tenancy.starts} /> – <Day date={tenancy.ends} />
              </span>
              <StatePill
                size="small"
                tone={tenancy.state === 'running' ? 'done' : tenancy.state === 'coming' ? 'info' : 'neutral'}
              >
                {say(premisesWords.tenancyStates[tenancy.state])}
              </StatePill>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
