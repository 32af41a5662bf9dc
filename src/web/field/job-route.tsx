import { useParams, useRouteContext } from '@tanstack/react-router'
import { JobPage } from './job-page.tsx'

/** The address says which job; its code is fetched with it. */
export function JobRoute() {
  const { process = '', number = '' } = useParams({ strict: false })
  const { me } = useRouteContext({ from: '__root__' })
  return <JobPage me={me} process={process} number={number} />
}
