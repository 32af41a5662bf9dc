import type { ColumnType } from 'kysely'

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }
/** A jsonb column: read as a value, written as its text. */
export type Json = ColumnType<JsonValue, string, string>
