import type { ColumnType } from 'kysely'
import type { JsonValue } from '#lib/json.ts'

/** A jsonb column: read as a value, written as its text. */
export type Json = ColumnType<JsonValue, string, string>
