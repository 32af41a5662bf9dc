/** What a sign-in still asks for, one thing after the other; `full` when nothing is left. */
export type Stage = 'full' | 'secondFactor' | 'newPassword' | 'enrol'

export function stageOf(account: {
  readonly kind: 'staff' | 'customer'
  /** a second factor is bound, and was shown in this session */
  readonly factor: boolean
  readonly factorShown: boolean
  readonly mustChange: boolean
  /** parameter `auth.staff_totp` is `required` */
  readonly demanded: boolean
}): Stage {
  if (account.factor && !account.factorShown) return 'secondFactor'
  if (account.mustChange) return 'newPassword'
  if (account.kind === 'staff' && account.demanded && !account.factor) return 'enrol'
  return 'full'
}
