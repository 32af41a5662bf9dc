import '#ui/controls.css'
import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmarkPlus, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { freshKey, useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { parseSearch, stringifySearch } from '#ui/router-search.ts'
import classes from './form.module.css'
import { words } from './words.ts'

interface View {
  readonly id: string
  readonly name: string
  readonly query: string
}
const NO_VIEWS: readonly View[] = []

/** Filters this person keeps for a page. */
export function useViews(page: string): readonly View[] {
  const { data } = useQuery({
    queryKey: ['views', page],
    queryFn: ({ signal }) => ask<{ items: View[] }>(withQuery('/api/views', { page }), { signal }),
    staleTime: 5 * 60_000,
  })
  return data?.items ?? NO_VIEWS
}

export const fromQuery = (query: string): Record<string, string> => parseSearch(query)
export const periodOf = (from: string | undefined, to: string | undefined): string =>
  from === undefined && to === undefined ? '' : `${from ?? ''}..${to ?? ''}`

/** Keeps the filter of the moment under a name, and lets go of old ones. */
export function SavedViews({ page, values }: { page: string; values: Readonly<Record<string, string>> }) {
  const say = useSay()
  const client = useQueryClient()
  const { done, failed } = useNotices()
  const views = useViews(page)
  const [name, setName] = useState('')
  const renew = () => client.invalidateQueries({ queryKey: ['views', page] })
  const { send, busy, problem } = useSend(
    (body: { page: string; name: string; query: string }, key) =>
      ask<View>('/api/views', { method: 'POST', key, body }),
    () => {
      setName('')
      done(say(words.viewSaved))
      void renew()
    },
  )
  const drop = async (id: string) => {
    try {
      await ask(`/api/views/${id}`, { method: 'DELETE', key: freshKey() })
      await renew()
    } catch (error) {
      const shown = shownProblem(error)
      if (shown) failed(shown.title, shown.detail)
    }
  }
  const any = Object.keys(values).length > 0
  if (!any && views.length === 0) return null
  return (
    <Popover position="bottom-end" trapFocus returnFocus width={280}>
      <Popover.Target>
        <Button variant="subtle" leftSection={<IconBookmarkPlus size={16} aria-hidden />}>
          {say(any ? words.saveView : words.manageViews)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send({ page, name, query: stringifySearch(values).replace(/^\?/, '') })
          }}
        >
          {any && (
            <>
              <TextInput
                label={say(words.viewName)}
                value={name}
                maxLength={60}
                onChange={(event) => setName(event.currentTarget.value)}
                error={fieldFaults(problem).name ?? shownProblem(problem)?.title}
              />
              <Button type="submit" loading={busy}>
                {say(words.saveView)}
              </Button>
            </>
          )}
          {views.map((view) => (
            <div key={view.id} className={classes.linesFoot}>
              <span>{view.name}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={say(words.deleteView(view.name))}
                onClick={() => void drop(view.id)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </div>
          ))}
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
