import { childKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import type pg from 'pg'

/** Writes the contract's table of allowed children into the database, whose foreign key refuses everything else. */
export const syncAllowedChildren = async (owner: pg.Pool) => {
  const pairs = Object.entries(childKinds).flatMap(([parent, kinds]) => kinds.map((child) => ({ parent, child })))
  await owner.query(
    `insert into organisations.allowed_child (parent_kind, child_kind) select parent, child from jsonb_to_recordset($1) as x(parent text, child text) on conflict do nothing`,
    [JSON.stringify(pairs)],
  )
}
