-- Registers (名册): typed lists as data, their entries with validity and history.

create schema registers;
grant usage on schema registers to gongyou_app;

create table registers.definition (
  region int not null references kit.region_name (region),
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  revision int not null check (revision > 0),
  definition json not null,
  digest bytea not null,
  title text not null,
  made_by text not null check (made_by in ('code', 'officer')),
  because text not null default '',
  published_at timestamptz not null,
  published_by uuid,
  retired_at timestamptz,
  constraint register_definition_pkey primary key (region, code, revision)
);
comment on table registers.definition is 'Published revisions of registers; never edited, only retired';
select kit.declare('registers.definition', 'tenant');
grant select, insert on registers.definition to gongyou_app;
grant update (retired_at) on registers.definition to gongyou_app;

create table registers.draft (
  region int not null references kit.region_name (region),
  id uuid not null,
  code text not null,
  definition json not null,
  made_by uuid,
  changed_at timestamptz not null,
  version int not null default 1,
  constraint register_draft_pkey primary key (region, id),
  constraint register_draft_code_unique unique (region, code)
);
comment on table registers.draft is 'What an officer is designing; becomes the next revision when published';
select kit.declare('registers.draft', 'tenant');
grant select, insert, update, delete on registers.draft to gongyou_app;

create table registers.entry (
  region int not null references kit.region_name (region),
  id uuid not null,
  register text not null,
  revision int not null,
  title text not null check (length(title) between 1 and 200),
  -- characters, pairs and pinyin of the title; see find
  search tsvector not null,
  -- the organisation it belongs to, or that keeps it
  org_id uuid not null,
  town int,
  person_id uuid,
  employer_id uuid,
  -- what must be unique among the entries that are not ended, in one text
  key text,
  answers jsonb not null,
  sealed bytea,
  sealed_key int,
  valid_from date not null,
  -- the last day, included
  valid_to date,
  valid daterange not null generated always as (daterange(valid_from, valid_to, '[]')) stored,
  -- the nearest reminder given for this end
  reminded int,
  ended_on date,
  ended_because text,
  source text not null check (source in ('hand', 'case', 'import')),
  source_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  constraint entry_pkey primary key (region, id),
  constraint entry_validity check (valid_to is null or valid_to >= valid_from),
  constraint entry_definition_fkey foreign key (region, register, revision) references registers.definition (region, code, revision),
  constraint entry_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint entry_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint entry_employer_fkey foreign key (region, employer_id) references organisations.employer (region, id)
);
comment on table registers.entry is 'Entries of registers as they stand; every change is kept in entry_change';
select kit.declare('registers.entry', 'tenant');
create unique index entry_key_unique on registers.entry (region, register, key) where key is not null and ended_on is null;
create index entry_by_register on registers.entry (region, register, id desc);
create index entry_by_org on registers.entry (region, register, org_id, id desc);
create index entry_by_end on registers.entry (region, register, valid_to, id) where ended_on is null and valid_to is not null;
create index entry_of_person on registers.entry (region, person_id) where person_id is not null;
create index entry_of_employer on registers.entry (region, employer_id) where employer_id is not null;
create index entry_search on registers.entry using gin (search);
grant select, insert, update on registers.entry to gongyou_app;

create table registers.entry_change (
  region int not null,
  entry_id uuid not null,
  seq int not null check (seq > 0),
  -- the act of the ledger
  act_id uuid not null,
  op text not null check (op in ('added', 'changed', 'renewed', 'ended', 'restored')),
  revision int not null,
  -- field → before and after; names that begin with @ are no fields of the form
  changes json not null,
  sealed bytea,
  sealed_key int,
  by_person uuid,
  by_name text not null,
  because text not null default '',
  source text not null check (source in ('hand', 'case', 'import')),
  source_id uuid,
  at timestamptz not null,
  constraint entry_change_pkey primary key (region, entry_id, seq),
  constraint entry_change_entry_fkey foreign key (region, entry_id) references registers.entry (region, id)
);
comment on table registers.entry_change is 'History of entries, line by line: what changed, by whom, why; append-only';
select kit.declare('registers.entry_change', 'tenant');
grant select, insert on registers.entry_change to gongyou_app;

create table registers.entry_file (
  region int not null,
  entry_id uuid not null,
  file_id uuid not null,
  field text not null,
  added_at timestamptz not null,
  constraint entry_file_pkey primary key (region, entry_id, file_id),
  constraint entry_file_entry_fkey foreign key (region, entry_id) references registers.entry (region, id)
);
comment on table registers.entry_file is 'Files an entry holds or once held: whoever may read the entry may open them';
select kit.declare('registers.entry_file', 'tenant');
grant select, insert on registers.entry_file to gongyou_app;

-- Row level security keeps @@ and like from every index; this stands above the wall and builds it again (as people.find).
create function registers.find(wanted_register text, wanted tsquery, alike text, most int) returns setof uuid
  language sql stable security definer set search_path = registers, pg_catalog as $$
  select id from registers.entry
   where region = kit.region() and register = wanted_register and search @@ wanted and (alike is null or regexp_replace(lower(normalize(title, nfkc)), '\s+', '', 'g') like alike) limit most $$;
revoke all on function registers.find(text, tsquery, text, int) from public;
grant execute on function registers.find(text, tsquery, text, int) to gongyou_app;
