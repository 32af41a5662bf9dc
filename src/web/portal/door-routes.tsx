import { useParams } from '@tanstack/react-router'
import { DoorFollow, DoorMine } from './door-mine.tsx'
import { DoorPage } from './door-page.tsx'

/** The pages without an account, from their addresses. */

export function DoorRoute() {
  const { token = '' } = useParams({ strict: false })
  return <DoorPage token={token} />
}

export const MineRoute = DoorMine

export function FollowRoute() {
  const { number = '' } = useParams({ strict: false })
  return <DoorFollow number={number} />
}
