/** What all tables hold, as one word: equal before and after means that nothing at all was changed. */
import type { House } from '#kernel/http/server/house.ts'

/** Sessions are made by the test house itself, and looking at one is no change of the house. */
const apart = ['sessions', 'schema_migrations']

export async function tableSums(house: House): Promise<string> {
  const { rows } = await house.database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1) order by 1`,
    [apart],
  )
  const each = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
  )
  const sums = await house.database.pool.query<{ name: string; sum: string }>(each.join(' union all '))
  return sums.rows.map(({ name, sum }) => `${name} ${sum}`).join('\n')
}
