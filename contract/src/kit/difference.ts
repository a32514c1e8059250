import type { Text } from './text.ts'

/** One thing that differs between two revisions. `before` or `after` is null where it was added or taken away. */
export type Difference = { path: string; what: Text; before: string | null; after: string | null }
