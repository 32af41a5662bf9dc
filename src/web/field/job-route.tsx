import { getRouteApi } from '@tanstack/react-router'
import type { Me } from '#kernel/people/view.ts'
import { JobPage } from './job-page.tsx'

const route = getRouteApi('/m/job/$process/$number')

/** The address says which job; its code is fetched with it. */
export function JobRoute() {
  const { process, number } = route.useParams() as { process: string; number: string }
  const { me } = route.useRouteContext() as { me: Me }
  return <JobPage me={me} process={process} number={number} />
}
