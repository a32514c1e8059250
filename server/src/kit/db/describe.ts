import type pg from 'pg'

const schemas = `('kit','ledger','people','organisations','accounts','documents','notices','clocks','papers','forms','registers','cases','activities','matchmaking','venues','membership','hotline','skills','statistics','returns','reports')`

const tsTypes: Record<string, string> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  float8: 'number',
  bool: 'boolean',
  text: 'string',
  tsvector: 'string',
  uuid: 'string',
  date: 'string',
  timestamptz: 'Instant',
  json: 'Json',
  jsonb: 'Json',
  bytea: 'Buffer',
  ltree: 'string',
  bit: 'string',
  daterange: 'string',
  tstzrange: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
}

type Column = { table: string; name: string; type: string; shown: string; nullable: boolean; preset: string | null; generated: boolean }
type Line = { table: string; line: string }

const columnsOf = (db: pg.Client) =>
  db.query<Column>(`
  select n.nspname || '.' || c.relname as table, a.attname as name, t.typname as type, format_type(a.atttypid, a.atttypmod) as shown,
         not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as preset, a.attgenerated <> '' as generated
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where n.nspname in ${schemas} and c.relkind in ('r','p') and a.attnum > 0 and not a.attisdropped
   order by 1, a.attnum`)

// NOT NULL is written beside its column; PostgreSQL 18 also lists it as a constraint.
const linesOf = (db: pg.Client) =>
  db.query<Line>(`
  with rel as (select c.oid, n.nspname || '.' || c.relname as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ${schemas} and c.relkind in ('r','p'))
  select * from (
    select t as table, 'constraint ' || conname || ' ' || pg_get_constraintdef(k.oid) as line, 1 as o from pg_constraint k join rel on rel.oid = conrelid where contype <> 'n'
    union all select t, pg_get_indexdef(i.indexrelid), 2 from pg_index i join rel on rel.oid = indrelid
      where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
    union all select t, 'policy ' || polname || ' for ' || polcmd::text || coalesce(' using ' || pg_get_expr(polqual, polrelid), '') || coalesce(' check ' || pg_get_expr(polwithcheck, polrelid), ''), 3 from pg_policy join rel on rel.oid = polrelid
    union all select t, 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' to gongyou_app', 4
      from information_schema.role_table_grants g join rel on rel.t = g.table_schema || '.' || g.table_name where grantee = 'gongyou_app' group by t
    union all select t, 'class ' || class, 5 from kit.table_class join rel on rel.t = table_name
    union all select t, 'comment ' || obj_description(rel.oid), 6 from rel where obj_description(rel.oid) is not null
  ) x order by 1, o, 2`)

const grouped = <R extends { table: string }>(rows: R[]) => {
  const byTable = new Map<string, R[]>()
  for (const row of rows) byTable.set(row.table, [...(byTable.get(row.table) ?? []), row])
  return [...byTable]
}
const typeOf = (c: Column) => {
  const base = tsTypes[c.type]
  if (!base) throw new Error(`no TypeScript type for ${c.type} (${c.table}.${c.name})`)
  const whole = c.nullable ? `${base} | null` : base
  return c.preset !== null || c.generated
    ? `Preset<${whole}>`
    : base === 'Json' || base === 'Instant'
      ? c.nullable
        ? `Nullable<${base}>`
        : base
      : whole
}

/** Reads the catalogue: a text for review and the Kysely types, comments included. */
export const describeSchema = async (db: pg.Client) => {
  const columns = grouped((await columnsOf(db)).rows)
  const lines = new Map(grouped((await linesOf(db)).rows))
  const comment = (table: string) =>
    lines
      .get(table)
      ?.find((l) => l.line.startsWith('comment '))
      ?.line.slice(8)
  const sql = columns
    .map(([table, cs]) =>
      [
        `${table}`,
        ...cs.map((c) => `  ${c.name} ${c.shown}${c.nullable ? '' : ' not null'}${c.preset ? ` default ${c.preset}` : ''}`),
        ...(lines.get(table) ?? []).map((l) => `  -- ${l.line}`),
      ].join('\n'),
    )
    .join('\n\n')
  const types = columns
    .map(
      ([table, cs]) =>
        `  ${comment(table) ? `/** ${comment(table)} */\n  ` : ''}'${table}': {\n${cs.map((c) => `    ${c.name}: ${typeOf(c)}`).join('\n')}\n  }`,
    )
    .join('\n')
  const head = `// Drawn from the migrated database by \`npm run schema\`; do not edit.\nimport type { ColumnType } from 'kysely'\n
type Instant = ColumnType<Date, Date, Date>\ntype Json = ColumnType<unknown, string, string>
type Nullable<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S | null, I | null | undefined, U | null> : T | null
type Preset<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>\n`
  return {
    sql: `-- What the migrations make, for review; drawn by \`npm run schema\`.\n\n${sql}\n`,
    types: `${head}\nexport type Tables = {\n${types}\n}\n`,
  }
}
