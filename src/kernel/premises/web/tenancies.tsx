import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Day } from '#ui/time.tsx'
import { useHasRole } from '#kernel/people/web/me.ts'
import { IconPlus } from '@tabler/icons-react'
import { customerMakers } from '../customer-sight.ts'
import type { CustomerCard, Tenancy } from '../view.ts'
import { premisesWords } from '../words.ts'
import { squareMetres } from './area.ts'
import { DialogButton } from './dialog-button.tsx'
import classes from './premises.module.css'
import { TenancyEdit } from './tenancy-edit.tsx'
import { words } from './words.ts'

/** What a customer rents, until when. */
export function Tenancies({ card, tenancies }: { card: CustomerCard; tenancies: readonly Tenancy[] }) {
  const say = useSay()
  const has = useHasRole()
  return (
    <Section
      title={say(words.tenancies)}
      note={tenancies.length}
      actions={
        has(...customerMakers) && (
          <DialogButton
            label={say(words.addTenancy)}
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {(close) => <TenancyEdit customerCode={card.code} onClose={close} />}
          </DialogButton>
        )
      }
    >
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
              {card.may.edit && tenancy.state !== 'ended' && (
                <DialogButton
                  label={say(words.edit)}
                  title={say(words.editTenancy(tenancy.contract))}
                  variant="subtle"
                  size="compact-sm"
                >
                  {(close) => <TenancyEdit customerCode={card.code} tenancy={tenancy} onClose={close} />}
                </DialogButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
