-- The union tree, employers, partner bureaus, posts and terms of office.

create schema organisations;
grant usage on schema organisations to gongyou_app;

create table organisations.allowed_child (parent_kind text not null, child_kind text not null, primary key (parent_kind, child_kind));
comment on table organisations.allowed_child is 'Which kind of organisation may stand under which; filled from the contract at start';
select kit.declare('organisations.allowed_child', 'reference');
grant select on organisations.allowed_child to gongyou_app;

create table organisations.employer (
  region int not null references kit.region_name (region),
  id uuid not null,
  name text not null check (length(name) between 2 and 120),
  uscc text check (length(uscc) = 18),
  industry text,
  economic_type text,
  is_public boolean,
  size text,
  is_platform boolean not null default false,
  town int,
  address text,
  contact_name text,
  contact_phone text,
  workers int check (workers >= 0),
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (region, id)
);
comment on table organisations.employer is 'Employers and platform companies';
select kit.declare('organisations.employer', 'tenant');
create unique index employer_uscc_unique on organisations.employer (region, uscc) where uscc is not null;
create index employer_name_search on organisations.employer using gin (name gin_trgm_ops);
grant select, insert, update on organisations.employer to gongyou_app;

create table organisations.org (
  region int not null references kit.region_name (region),
  id uuid not null,
  kind text not null,
  name text not null check (length(name) between 2 and 120),
  short_name text,
  parent_id uuid,
  parent_kind text,
  -- area line, root first; label = id without hyphens
  path ltree not null,
  industry_parent_id uuid,
  employer_id uuid,
  uscc text check (length(uscc) = 18),
  town int,
  approval_number text,
  founded_on date,
  dissolved_on date,
  stage text not null default 'running',
  -- as declared by the union, with the day it was declared for
  workers_declared int check (workers_declared >= 0),
  women_declared int check (women_declared >= 0),
  declared_on date,
  units_covered int check (units_covered >= 0),
  phone text,
  address text,
  succeeded_by uuid,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (region, id),
  constraint org_identity_kind_unique unique (region, id, kind),
  constraint org_parent_fkey foreign key (region, parent_id, parent_kind) references organisations.org (region, id, kind),
  constraint org_kind_under_parent_fkey foreign key (parent_kind, kind) references organisations.allowed_child (parent_kind, child_kind),
  constraint org_parent_kind_given check ((parent_id is null) = (parent_kind is null)),
  constraint org_industry_parent_fkey foreign key (region, industry_parent_id) references organisations.org (region, id),
  constraint org_employer_fkey foreign key (region, employer_id) references organisations.employer (region, id),
  constraint org_succeeded_by_fkey foreign key (region, succeeded_by) references organisations.org (region, id),
  constraint org_not_its_own_parent check (parent_id <> id)
);
comment on table organisations.org is 'Nodes of the union tree, partner bureaus and linked parties';
select kit.declare('organisations.org', 'tenant');
create unique index org_uscc_unique on organisations.org (region, uscc) where uscc is not null and dissolved_on is null;
create unique index org_name_unique on organisations.org (region, parent_id, name) where dissolved_on is null;
create index org_by_path on organisations.org using gist (path);
create index org_by_parent on organisations.org (region, parent_id);
create index org_name_search on organisations.org using gin (name gin_trgm_ops);
grant select, insert, update on organisations.org to gongyou_app;

create table organisations.org_parent (
  region int not null,
  id uuid not null,
  org_id uuid not null,
  line text not null check (line in ('area', 'industry')),
  parent_id uuid not null,
  during daterange not null,
  because text not null default '',
  primary key (region, id),
  constraint org_parent_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint org_parent_parent_fkey foreign key (region, parent_id) references organisations.org (region, id),
  constraint org_one_parent_at_a_time exclude using gist (region with =, org_id with =, line with =, during with &&)
);
comment on table organisations.org_parent is 'Dated parents of each organisation on the area line and the industry line';
select kit.declare('organisations.org_parent', 'tenant');
grant select, insert, update on organisations.org_parent to gongyou_app;

create table organisations.post (
  region int not null,
  id uuid not null,
  org_id uuid not null,
  person_id uuid not null,
  post text not null,
  full_time boolean not null default false,
  during daterange not null,
  primary key (region, id),
  constraint post_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint post_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint post_held_once exclude using gist (region with =, org_id with =, person_id with =, post with =, during with &&)
);
comment on table organisations.post is 'Who holds which post where and when; a post gives a role';
select kit.declare('organisations.post', 'tenant');
create index post_by_person on organisations.post (region, person_id);
create index post_by_org on organisations.post (region, org_id);
grant select, insert, update on organisations.post to gongyou_app;

create table organisations.term (
  region int not null,
  id uuid not null,
  org_id uuid not null,
  number int not null check (number between 1 and 60),
  during daterange not null,
  years smallint not null check (years in (3, 5)),
  election_file uuid,
  primary key (region, id),
  constraint term_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint term_number_unique unique (region, org_id, number),
  constraint term_no_overlap exclude using gist (region with =, org_id with =, during with &&)
);
comment on table organisations.term is 'Terms of office of a union committee (Trade Union Law, art. 16: three or five years)';
select kit.declare('organisations.term', 'tenant');
create index term_by_end on organisations.term (region, (upper(during)));
grant select, insert, update on organisations.term to gongyou_app;

create table organisations.employment (
  region int not null,
  id uuid not null,
  person_id uuid not null,
  employer_id uuid,
  -- what the person said where no employer of the register matches
  employer_name text,
  occupation text,
  employment_form text,
  employment_state text,
  station_name text,
  vehicle text,
  injury_insurance text,
  since date not null,
  until date,
  primary key (region, id),
  constraint employment_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint employment_employer_fkey foreign key (region, employer_id) references organisations.employer (region, id),
  constraint employment_period check (until is null or until >= since)
);
comment on table organisations.employment is 'Who works for whom; a rider may work for several platforms at once';
select kit.declare('organisations.employment', 'tenant');
create index employment_by_person on organisations.employment (region, person_id) where until is null;
create index employment_by_employer on organisations.employment (region, employer_id) where until is null;
grant select, insert, update on organisations.employment to gongyou_app;
