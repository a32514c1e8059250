-- One human being, once.

create schema people;
grant usage on schema people to gongyou_app;

create table people.person (
  region int not null references kit.region_name (region),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  -- lower-case pinyin initials and full pinyin, for search by keyboard
  pinyin text not null default '',
  id_type text,
  id_last4 text,
  -- keyed hash of type and number; equal numbers meet here without being readable
  id_hash bytea,
  sex smallint not null default 9 check (sex in (0, 1, 2, 9)),
  birth_on date,
  ethnicity text,
  education text,
  mobile text,
  household_type text,
  is_migrant boolean,
  residence_town int,
  skill_level text,
  title text,
  merged_into uuid,
  deceased_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (region, id),
  constraint person_merged_into_fkey foreign key (region, merged_into) references people.person (region, id),
  constraint person_not_merged_into_self check (merged_into <> id)
);
comment on table people.person is 'The registry: one row for each human being the union knows';
select kit.declare('people.person', 'tenant');
create unique index person_identity_unique on people.person (region, id_hash) where merged_into is null;
create index person_by_mobile on people.person (region, mobile) where mobile is not null;
create index person_by_name on people.person (region, name collate "zh-x-icu", id);
create index person_name_search on people.person using gin (name gin_trgm_ops);
create index person_pinyin_search on people.person using gin (pinyin gin_trgm_ops);
create index person_by_name_exact on people.person (region, name, birth_on);
grant select, insert, update on people.person to gongyou_app;

create table people.sealed_field (
  region int not null,
  person_id uuid not null,
  field text not null check (field in ('id_number', 'political_status', 'bank_card', 'disability', 'health')),
  key_id smallint not null,
  cipher bytea not null,
  primary key (region, person_id, field),
  constraint sealed_field_person_fkey foreign key (region, person_id) references people.person (region, id)
);
comment on table people.sealed_field is 'Sensitive fields (class P3), each encrypted; readable one person at a time after an audited opening';
select kit.declare('people.sealed_field', 'tenant');
drop policy region_wall on people.sealed_field;
create policy region_wall on people.sealed_field for select
  using (region = kit.region() and (kit.unsealed() = '*' or kit.unsealed() = person_id::text));
create policy region_wall_insert on people.sealed_field for insert with check (region = kit.region());
create policy region_wall_update on people.sealed_field for update
  using (region = kit.region() and (kit.unsealed() = '*' or kit.unsealed() = person_id::text)) with check (region = kit.region());
create policy region_wall_delete on people.sealed_field for delete
  using (region = kit.region() and (kit.unsealed() = '*' or kit.unsealed() = person_id::text));
grant select, insert, update, delete on people.sealed_field to gongyou_app;

create table people.consent (
  region int not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  wording_version text not null,
  channel text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (region, id),
  constraint consent_person_fkey foreign key (region, person_id) references people.person (region, id)
);
comment on table people.consent is 'What a person agreed to, in which wording, and when it was withdrawn';
select kit.declare('people.consent', 'tenant');
create unique index consent_standing_unique on people.consent (region, person_id, purpose) where withdrawn_at is null;
grant select, insert, update on people.consent to gongyou_app;

create table people.merge (
  region int not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  because text not null,
  -- what was moved and how both looked before, so that the merge can be undone
  snapshot jsonb not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (region, id),
  constraint merge_kept_fkey foreign key (region, kept_id) references people.person (region, id),
  constraint merge_gone_fkey foreign key (region, gone_id) references people.person (region, id)
);
comment on table people.merge is 'Duplicate persons joined into one, with what is needed to part them again';
select kit.declare('people.merge', 'tenant');
create unique index merge_gone_unique on people.merge (region, gone_id) where undone_at is null;
grant select, insert, update on people.merge to gongyou_app;
