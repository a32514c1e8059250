import { ownerPool } from './pool.ts'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../../test/database.ts'
import { citusRules } from './citus-rules.ts'

const { url } = await aDatabase()
const pool = ownerPool(url)
afterAll(() => pool.end())

/** Every schema but PostgreSQL's own and the job queue's, so that a new one cannot be forgotten. */
const ours = async () =>
  (
    await pool.query<{ name: string }>(
      "select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker')",
    )
  ).rows.map((r) => r.name)
const violations = async () => (await pool.query<{ rule: string; name: string }>(citusRules(await ours()))).rows

test('every table keeps the rules under which the schema runs on Citus', async () => {
  expect(await violations()).toEqual([])
  expect((await pool.query("select count(*)::int as n from kit.table_class where class = 'tenant'")).rows[0].n).toBeGreaterThan(25)
})

test('each planted fault is found', async () => {
  await pool.query(`
    create table people.undeclared (region int not null, id uuid primary key);
    create table people.bad (region bigint default 1, id int generated always as identity, person_id uuid unique, primary key (id));
    create index a_name_that_is_far_too_long_to_carry_a_shard_number on people.bad (id);
    create table people.loose (id uuid, region int not null, person_id uuid, primary key (id, region), exclude using gist (person_id with =));
    create table people.child (region int not null, id uuid not null, loose_id uuid, primary key (region, id), foreign key (region, loose_id) references people.person (region, id) on delete set null deferrable);
    create function people.strong() returns int language sql security definer as 'select 1';
    create function people.noop() returns trigger language plpgsql as 'begin return new; end';
    create trigger busy before insert on people.loose for each row execute function people.noop();
    insert into kit.table_class (table_name, class) values ('people.bad', 'tenant'), ('people.loose', 'tenant'), ('people.child', 'tenant');
    alter table people.loose enable row level security; alter table people.loose force row level security;
    create policy p on people.loose using (region = (select max(region) from kit.region_name))`)
  const found = new Set((await violations()).map((v) => v.rule.slice(0, 3)))
  expect([...found].sort()).toEqual(
    expect.arrayContaining(['C01', 'C03', 'C05', 'C06', 'C11', 'C12', 'C13', 'C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C22', 'C25']),
  )
})
