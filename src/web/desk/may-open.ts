import { useQueries } from '@tanstack/react-query'
import { useMe } from '#kernel/people/web/me.ts'
import { list } from '#kernel/process/define.ts'
import { useCatalogue } from '#kernel/process/web/catalogue.tsx'

/** Whether this reader may open a case of a process; false until its definition is here. */
export function useMayOpen(): (process: string) => boolean {
  const { chapters } = useCatalogue()
  const { data: me } = useMe()
  const names = Object.keys(chapters)
  const definitions = useQueries({
    queries: names.map((name) => ({
      queryKey: ['definition', name],
      queryFn: () => chapters[name]?.process() ?? null,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      structuralSharing: false,
    })),
  })
  return (process) => {
    const definition = definitions[names.indexOf(process)]?.data
    return definition ? list(definition.opens.by).some((role) => me?.roles.some((held) => held === role)) : false
  }
}
