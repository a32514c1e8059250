-- Joining, membership, transfer, join codes, roster import.

create schema membership;
grant usage on schema membership to gongyou_app;

create table membership.join_point (
  region int not null references kit.region_name (region),
  id uuid not null,
  code text not null check (code ~ '^[A-HJ-NP-Z2-9]{6,10}$'),
  org_id uuid not null,
  kind text not null check (kind in ('station', 'session', 'venue', 'unit')),
  label text not null,
  expires_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  primary key (region, id),
  constraint join_point_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint join_point_code_unique unique (region, code)
);
comment on table membership.join_point is 'QR codes that lead to joining: of a station, an outreach session, a venue or a unit';
select kit.declare('membership.join_point', 'tenant');
create index join_point_by_org on membership.join_point (region, org_id);
grant select, insert, update on membership.join_point to gongyou_app;

create table membership.application (
  region int not null references kit.region_name (region),
  id uuid not null,
  number text not null,
  person_id uuid not null,
  org_id uuid not null,
  join_point_id uuid,
  channel text not null,
  status text not null check (status in ('submitted', 'returned', 'approved', 'refused', 'withdrawn')),
  -- what the person filled in, without the sealed fields
  answers jsonb not null,
  -- what the machine found at once: each with a code, a verdict and a sentence
  checks jsonb not null default '[]',
  reason text,
  submitted_at timestamptz not null,
  due_on date not null,
  decided_at timestamptz,
  decided_by uuid,
  version int not null default 1,
  primary key (region, id),
  constraint application_number_unique unique (region, number),
  constraint application_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint application_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint application_join_point_fkey foreign key (region, join_point_id) references membership.join_point (region, id),
  constraint application_reason_given check (status not in ('returned', 'refused') or length(reason) >= 2),
  constraint application_decided check ((status in ('approved', 'refused')) = (decided_at is not null))
);
comment on table membership.application is 'Applications to join';
select kit.declare('membership.application', 'tenant');
create unique index application_open_unique on membership.application (region, person_id) where status in ('submitted', 'returned');
create index application_queue on membership.application (region, org_id, status, submitted_at);
create index application_by_status on membership.application (region, status, submitted_at);
grant select, insert, update on membership.application to gongyou_app;

create table membership.membership (
  region int not null references kit.region_name (region),
  person_id uuid not null,
  org_id uuid not null,
  status text not null check (status in ('prospect', 'active', 'transferring', 'retained', 'left', 'expelled', 'deceased')),
  card_number text,
  joined_on date,
  channel text,
  -- a member who belongs to no employer's union and is kept by a station
  floating boolean not null default false,
  occupation text,
  since date not null,
  version int not null default 1,
  changed_at timestamptz not null,
  primary key (region, person_id),
  constraint membership_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint membership_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint membership_card_unique unique (region, card_number),
  constraint membership_joined check (status = 'prospect' or joined_on is not null)
);
comment on table membership.membership is 'Where each person stands with the union today; how it came about stands in the acts';
select kit.declare('membership.membership', 'tenant');
create index membership_by_org on membership.membership (region, org_id, status);
create index membership_by_joined on membership.membership (region, joined_on desc nulls last, person_id);
create index membership_by_status on membership.membership (region, status, joined_on desc nulls last, person_id) where status <> 'active';
grant select, insert, update, delete on membership.membership to gongyou_app;

create table membership.stay (
  region int not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  during daterange not null,
  primary key (region, id),
  constraint stay_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint stay_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint stay_one_union_at_a_time exclude using gist (region with =, person_id with =, during with &&)
);
comment on table membership.stay is 'Which union a member belonged to in which period: never two at once';
select kit.declare('membership.stay', 'tenant');
create index stay_by_org on membership.stay (region, org_id);
grant select, insert, update, delete on membership.stay to gongyou_app;

create table membership.transfer (
  region int not null,
  id uuid not null,
  person_id uuid not null,
  from_org_id uuid not null,
  to_org_id uuid not null,
  status text not null check (status in ('asked', 'released', 'received', 'refused', 'withdrawn')),
  asked_by uuid,
  because text not null default '',
  reason text,
  asked_at timestamptz not null,
  released_at timestamptz,
  released_by uuid,
  received_at timestamptz,
  received_by uuid,
  version int not null default 1,
  primary key (region, id),
  constraint transfer_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint transfer_from_fkey foreign key (region, from_org_id) references organisations.org (region, id),
  constraint transfer_to_fkey foreign key (region, to_org_id) references organisations.org (region, id),
  constraint transfer_goes_somewhere check (from_org_id <> to_org_id)
);
comment on table membership.transfer is 'Moving a membership: released at one end, received at the other';
select kit.declare('membership.transfer', 'tenant');
create unique index transfer_open_unique on membership.transfer (region, person_id) where status in ('asked', 'released');
create index transfer_from on membership.transfer (region, from_org_id, status);
create index transfer_to on membership.transfer (region, to_org_id, status);
grant select, insert, update on membership.transfer to gongyou_app;

create table membership.counter (
  region int not null,
  name text not null,
  value bigint not null,
  primary key (region, name)
);
comment on table membership.counter is 'Running numbers of applications and cards';
select kit.declare('membership.counter', 'tenant');
grant select, insert, update on membership.counter to gongyou_app;
