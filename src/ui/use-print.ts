import { useCallback } from 'react'
import { useSay } from './language.tsx'
import { useNotices } from './notice.tsx'
import { printPaper } from './print-frame.ts'
import { words } from './words.ts'

/** Prints a PDF of our own server; says so when it cannot be had. */
export function usePrint(): (url: string) => void {
  const say = useSay()
  const { failed } = useNotices()
  return useCallback(
    (url: string) => printPaper(url, () => failed(say(words.printFailed), say(words.printFailedHelp))),
    [say, failed],
  )
}
