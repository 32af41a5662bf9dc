import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import type { Language } from '#lib/language.ts'
import { ConfirmProvider } from './confirm.tsx'
import { ShortcutsProvider } from './keyboard.tsx'
import { LanguageProvider, useSay } from './language.tsx'
import { LiveRegionProvider } from './live-region.tsx'
import { NoticesProvider } from './notice.tsx'
import { houseTheme, houseVariables } from './theme.ts'
import { words } from './words.ts'

export interface UiProviderProps {
  /** mouse: dense controls for the desk; thumb: 44-px controls for field and portal */
  readonly hands: 'mouse' | 'thumb'
  /** the appearance of somebody who has not chosen: the desk follows the device, the portal is light */
  readonly appearance?: 'auto' | 'light'
  readonly startLanguage?: Language
  readonly children: ReactNode
}

/** Everything a page needs around it: language, theme, dialogs, notices, live region, shortcuts. */
export function UiProvider({ startLanguage, ...rest }: UiProviderProps) {
  return (
    <LanguageProvider {...(startLanguage ? { start: startLanguage } : {})}>
      <Themed {...rest} />
    </LanguageProvider>
  )
}

function Themed({ hands, appearance = 'auto', children }: Omit<UiProviderProps, 'startLanguage'>) {
  const say = useSay()
  const theme = useMemo(
    () =>
      houseTheme(hands, {
        close: say(words.close),
        clear: say(words.clear),
        showPassword: say(words.showPassword),
      }),
    [hands, say],
  )
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={houseVariables}
      defaultColorScheme={appearance}
      colorSchemeManager={schemeManager}
      getStyleNonce={styleNonce}
    >
      <LiveRegionProvider>
        <NoticesProvider position={hands === 'mouse' ? 'bottom-right' : 'top-center'}>
          <ShortcutsProvider>
            <ConfirmProvider>{children}</ConfirmProvider>
          </ShortcutsProvider>
        </NoticesProvider>
      </LiveRegionProvider>
    </MantineProvider>
  )
}

const schemeManager = localStorageColorSchemeManager({ key: 'atrium.appearance' })

/** The server writes a fresh nonce into the page; style elements made at run time must carry it (CSP). */
function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  return nonce === '%NONCE%' ? '' : nonce
}
