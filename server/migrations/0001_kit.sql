-- The platform: tenancy by region, table classes for Citus, the ledger (acts, audit, facts, outbox), jobs' outbox, settings.

create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create schema if not exists kit;
create schema ledger;
grant usage on schema kit, ledger to gongyou_app;

create table kit.table_class (
  table_name text primary key,
  class text not null check (class in ('tenant', 'reference', 'local')),
  declared_at timestamptz not null default now()
);
comment on table kit.table_class is 'How each table is spread when the database is a Citus cluster';

-- Region of the transaction. SET LOCAL through EXECUTE, not set_config(): Citus forwards only SET LOCAL statements.
create function kit.set_region(p int) returns void language plpgsql as $$
begin
  if p is null then raise exception 'region missing' using errcode = '22004'; end if;
  execute format('set local app.region = %L', p);
end $$;
create function kit.region() returns int language sql stable parallel safe as $$
  select nullif(current_setting('app.region', true), '')::int $$;

-- Whose sealed (P3) fields this transaction may read: one person's id, or '*' for a registered bulk purpose.
create function kit.set_unsealed(p text) returns void language plpgsql as $$
begin execute format('set local app.unsealed = %L', p); end $$;
create function kit.unsealed() returns text language sql stable parallel safe as $$
  select nullif(current_setting('app.unsealed', true), '') $$;

create function kit.on_citus() returns boolean language sql stable as $$
  select exists (select 1 from pg_extension where extname = 'citus') $$;

-- Declares the class of a table right after CREATE TABLE; on a tenant table also sets the second wall.
create function kit.declare(t regclass, c text) returns void language plpgsql as $$
begin
  insert into kit.table_class (table_name, class) values (t::text, c)
    on conflict (table_name) do update set class = excluded.class;
  if c = 'tenant' then
    execute format('alter table %s enable row level security', t);
    execute format('create policy region_wall on %s using (region = kit.region()) with check (region = kit.region())', t);
  end if;
  if c = 'local' or not kit.on_citus() then return; end if;
  if c = 'reference' then execute 'select create_reference_table($1)' using t;
  elsif t = 'kit.tenant_anchor'::regclass then
    execute 'select create_distributed_table($1, ''region'', shard_count => coalesce(nullif(current_setting(''app.shard_count'', true), ''''), ''32'')::int)' using t;
  else execute 'select create_distributed_table($1, ''region'', colocate_with => ''kit.tenant_anchor'')' using t;
  end if;
end $$;

create table kit.region_name (region int primary key, name text not null, short_name text not null);
comment on table kit.region_name is 'District codes of GB/T 2260 that this installation serves';
select kit.declare('kit.region_name', 'reference');

create table kit.tenant_anchor (region int primary key references kit.region_name (region), opened_at timestamptz not null default now());
comment on table kit.tenant_anchor is 'One row per region served; every distributed table is placed beside it';
select kit.declare('kit.tenant_anchor', 'tenant');

create table kit.setting (
  region int not null references kit.region_name (region),
  name text not null,
  value jsonb not null,
  because text not null default '',
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (region, name)
);
comment on table kit.setting is 'Values that an administrator may change; defaults stand in the contract';
select kit.declare('kit.setting', 'tenant');
grant select, insert, update on kit.setting to gongyou_app;
grant select on kit.region_name, kit.tenant_anchor, kit.table_class to gongyou_app;

create table ledger.act (
  region int not null references kit.region_name (region),
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  org_id uuid,
  person_id uuid,
  actor_id uuid,
  day date not null,
  at timestamptz not null,
  reverses uuid,
  data jsonb not null default '{}',
  primary key (region, id),
  constraint act_reverses_fkey foreign key (region, reverses) references ledger.act (region, id)
);
comment on table ledger.act is 'What happened: append-only; the state of every record follows from its acts';
create index act_of_subject on ledger.act (region, subject_id, at);
create index act_of_kind on ledger.act (region, kind, day);
create unique index act_reversed_once on ledger.act (region, reverses) where reverses is not null;
select kit.declare('ledger.act', 'tenant');
grant select, insert on ledger.act to gongyou_app;

create table ledger.audit (
  region int not null references kit.region_name (region),
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor text not null,
  action text not null,
  subject_id uuid,
  person_id uuid,
  purpose text,
  request text,
  detail jsonb,
  primary key (region, id)
);
comment on table ledger.audit is 'Who did or saw what: append-only, sealed minute by minute into a hash chain';
create index audit_by_time on ledger.audit (region, at);
create index audit_of_person on ledger.audit (region, person_id, at) where person_id is not null;
create index audit_of_actor on ledger.audit (region, actor_id, at) where actor_id is not null;
select kit.declare('ledger.audit', 'tenant');
grant select, insert on ledger.audit to gongyou_app;

create table ledger.audit_seal (
  region int not null references kit.region_name (region),
  number int not null check (number > 0),
  until timestamptz not null,
  lines int not null,
  previous bytea not null,
  digest bytea not null,
  sealed_at timestamptz not null,
  primary key (region, number)
);
comment on table ledger.audit_seal is 'Hash chain over the audit lines: each seal covers the lines up to a moment and the seal before it';
select kit.declare('ledger.audit_seal', 'tenant');
grant select, insert on ledger.audit_seal to gongyou_app;

create table ledger.fact (
  region int not null references kit.region_name (region),
  fact text not null,
  act_id uuid not null,
  part smallint not null default 0,
  day date not null,
  org_id uuid,
  town int,
  person_id uuid,
  amount numeric(18, 2) not null default 1,
  dims jsonb not null default '{}',
  primary key (region, fact, act_id, part)
);
comment on table ledger.fact is 'Countable rows drawn from acts by a declared projection; can be rebuilt from the acts at any time';
create index fact_by_day on ledger.fact (region, fact, day);
select kit.declare('ledger.fact', 'tenant');
grant select, insert, delete on ledger.fact to gongyou_app;

create table ledger.outbox (
  region int not null references kit.region_name (region),
  id uuid not null,
  task text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  job_key text,
  primary key (region, id)
);
comment on table ledger.outbox is 'Jobs leave through here: written with the act, relayed to the queue, then deleted';
create index outbox_by_time on ledger.outbox (region, run_at);
select kit.declare('ledger.outbox', 'tenant');
grant select, insert, delete on ledger.outbox to gongyou_app;
