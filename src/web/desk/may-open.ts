import { useMe } from '#kernel/people/web/me.ts'

/** Whether this reader may open a case of a process. */
export function useMayOpen(): (process: string) => boolean {
  const { data: me } = useMe()
  return (process) => me?.opens.includes(process) === true
}
