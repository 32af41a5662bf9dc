import { ActionIcon } from '@mantine/core'
import { useLanguage, useSay } from './language.tsx'
import classes from './language-switch.module.css'
import { words } from './words.ts'

/** One press to the other language; the button is written in the language it leads to. */
export function LanguageSwitch() {
  const say = useSay()
  const { language, setLanguage } = useLanguage()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      className={classes.button}
      aria-label={`${say(words.otherLanguageShort)} ${say(words.switchLanguage)}`}
      title={say(words.switchLanguage)}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      <span className={classes.language} lang={language === 'zh' ? 'en' : 'zh-CN'}>
        {say(words.otherLanguageShort)}
      </span>
    </ActionIcon>
  )
}
