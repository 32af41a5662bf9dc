import '#ui/controls.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { TipsFor } from '#kernel/phrases/web/tips.tsx'
import { ScenePicker } from '#kernel/phrases/web/scene-picker.tsx'
import type { Scene } from '#kernel/phrases/view.ts'
import { CustomerBox } from '#kernel/premises/web/customer-box.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { words } from '../words.ts'
import { type Call, Caller } from './desk-caller.tsx'
import { Figures } from './desk-figures.tsx'
import classes from './desk.module.css'

/** The call screen: who is calling and what is open for him, what to say, and a slip in one keystroke. */
export function CallPage() {
  const say = useSay()
  const [call, setCall] = useState<Call | null>(null)
  const [scene, setScene] = useState<Scene>('telephone')
  const end = () => {
    setCall(null)
    setScene('telephone')
  }
  return (
    <Page
      title={say(words.title)}
      actions={
        call && (
          <Button variant="default" onClick={end}>
            {say(words.another)}
          </Button>
        )
      }
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          {call === null ? (
            <Section accent>
              <div className={classes.form}>
                <CustomerBox
                  label={say(words.find)}
                  autoFocus
                  onFound={(found, typed) => setCall({ ...found, typed })}
                  onUnknown={(typed) => setCall({ customerCode: null, unitCode: null, contactId: null, typed })}
                />
                <p className={classes.soft}>{say(words.begin)}</p>
              </div>
            </Section>
          ) : (
            <Caller key={`${call.customerCode}.${call.typed}`} call={call} onScene={setScene} onEnd={end} />
          )}
          <Figures />
        </div>
        <div className={classes.stack}>
          <ScenePicker value={scene} onChange={setScene} />
          <TipsFor scene={scene} />
        </div>
      </div>
    </Page>
  )
}
