-- Activities (活动) with their sessions (场次), seats, sign-ups, attendance, ratings and evidence.

create schema activities;
grant usage on schema activities to gongyou_app;

create table activities.kind (
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
  constraint activity_kind_pkey primary key (region, code, revision)
);
comment on table activities.kind is 'Published revisions of kinds of activity; never edited, only retired';
select kit.declare('activities.kind', 'tenant');
grant select, insert on activities.kind to gongyou_app;
grant update (retired_at) on activities.kind to gongyou_app;

create table activities.kind_draft (
  region int not null references kit.region_name (region),
  id uuid not null,
  code text not null,
  definition json not null,
  made_by uuid,
  changed_at timestamptz not null,
  version int not null default 1,
  constraint kind_draft_pkey primary key (region, id),
  constraint kind_draft_code_unique unique (region, code)
);
comment on table activities.kind_draft is 'A kind of activity an officer is designing; becomes the next revision when published';
select kit.declare('activities.kind_draft', 'tenant');
grant select, insert, update, delete on activities.kind_draft to gongyou_app;

create table activities.activity (
  region int not null,
  id uuid not null,
  kind text not null,
  revision int not null,
  title text not null check (length(title) between 1 and 80),
  about text not null default '',
  org_id uuid not null,
  town int,
  contact text not null default '',
  -- what figures may be split by: a brand or a yearly programme
  programme text not null default '',
  -- the activities of one series carry the same id
  series_id uuid,
  template boolean not null default false,
  -- times are never a state: whether sign-up is open or a session runs follows from the clock and the rows
  state text not null check (state in ('draft', 'submitted', 'published', 'cancelled', 'archived')),
  -- one signs up once for all sessions
  whole boolean not null default false,
  answers jsonb not null default '{}',
  -- asked at sign-up, beside the questions of the kind
  questions json not null default '{}',
  -- who may sign up, beside the rules of the kind
  rules json not null default '[]',
  party_most int not null default 0 check (party_most between 0 and 30),
  case_id uuid,
  because text not null default '',
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  changed_at timestamptz not null,
  version int not null default 1,
  constraint activity_pkey primary key (region, id),
  constraint activity_kind_fkey foreign key (region, kind, revision) references activities.kind (region, code, revision),
  constraint activity_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint activity_case_fkey foreign key (region, case_id) references cases.matter (region, id),
  constraint activity_published check (state in ('draft', 'submitted', 'cancelled') or published_at is not null)
);
comment on table activities.activity is 'Anything with a time, a place and people; one or more sessions';
select kit.declare('activities.activity', 'tenant');
create index activity_by_org on activities.activity (region, org_id, id desc);
create index activity_of_series on activities.activity (region, series_id) where series_id is not null;
create unique index activity_of_case on activities.activity (region, case_id) where case_id is not null;
grant select, insert, update on activities.activity to gongyou_app;

create table activities.pool (
  region int not null,
  id uuid not null,
  activity_id uuid not null,
  -- null: as many as come
  seats int check (seats >= 0),
  standby_seats int not null default 0 check (standby_seats >= 0),
  taken int not null default 0 check (taken >= 0),
  standby int not null default 0 check (standby >= 0),
  -- sign-ups so far: the number of the next one
  counted int not null default 0,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  cancel_until timestamptz not null,
  rule text not null check (rule in ('first', 'draw')),
  first_timers boolean not null default false,
  -- of a draw: the seed is fixed at the opening, its hash is public, itself only at the draw
  seed_hash bytea,
  seed_sealed bytea,
  seed_key int,
  drawn_at timestamptz,
  constraint pool_pkey primary key (region, id),
  constraint pool_activity_fkey foreign key (region, activity_id) references activities.activity (region, id),
  -- the last word against overselling
  constraint pool_never_oversold check (seats is null or taken <= seats),
  constraint pool_times check (opens_at < closes_at)
);
comment on table activities.pool is 'Seats one signs up for: of one session, or of a whole course; its row is the lock of a rush';
select kit.declare('activities.pool', 'tenant');
create index pool_of_activity on activities.pool (region, activity_id);
grant select, insert, update on activities.pool to gongyou_app;

create table activities.quota (
  region int not null,
  pool_id uuid not null,
  org_id uuid not null,
  seats int not null check (seats >= 0),
  taken int not null default 0 check (taken >= 0),
  constraint quota_pkey primary key (region, pool_id, org_id),
  constraint quota_pool_fkey foreign key (region, pool_id) references activities.pool (region, id),
  constraint quota_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint quota_never_exceeded check (taken <= seats)
);
comment on table activities.quota is 'At most so many seats for members of one union and those beneath it';
select kit.declare('activities.quota', 'tenant');
grant select, insert, update, delete on activities.quota to gongyou_app;

create table activities.session (
  region int not null,
  id uuid not null,
  activity_id uuid not null,
  pool_id uuid not null,
  number int not null check (number > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null check (length(place) between 1 and 80),
  address text not null default '',
  -- GCJ-02
  lon double precision,
  lat double precision,
  -- audiencePlace: office, enterprise, workshop …
  audience text,
  head text not null default '',
  secret bytea not null,
  gate_count int check (gate_count between 0 and 1000000),
  gate_act uuid,
  held_act uuid,
  cancelled_at timestamptz,
  because text not null default '',
  closed_at timestamptz,
  version int not null default 1,
  constraint session_pkey primary key (region, id),
  constraint session_number_unique unique (region, activity_id, number),
  constraint session_activity_fkey foreign key (region, activity_id) references activities.activity (region, id),
  constraint session_pool_fkey foreign key (region, pool_id) references activities.pool (region, id),
  constraint session_times check (starts_at < ends_at and ends_at < starts_at + interval '31 days')
);
comment on table activities.session is 'One time and place of an activity';
select kit.declare('activities.session', 'tenant');
create index session_by_start on activities.session (region, starts_at, id);
create index session_of_pool on activities.session (region, pool_id);
grant select, insert, update, delete on activities.session to gongyou_app;

create table activities.sign_up (
  region int not null,
  -- given by the phone, so that a request sent twice is one sign-up
  id uuid not null,
  pool_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('confirmed', 'standby', 'entered', 'cancelled')),
  seats int not null check (seats between 1 and 31),
  -- order of arrival in the pool
  number int not null,
  -- order on the standby list: first those who come for the first time, where the pool says so
  priority int not null default 0,
  rank int not null,
  org_id uuid,
  quota_org uuid,
  town int,
  party jsonb,
  answers jsonb,
  sealed bytea,
  sealed_key int,
  channel text not null check (channel in ('phone', 'officer', 'list')),
  by_person uuid,
  at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  because text,
  absent boolean not null default false,
  constraint sign_up_pkey primary key (region, id),
  constraint sign_up_pool_fkey foreign key (region, pool_id) references activities.pool (region, id),
  constraint sign_up_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint sign_up_ended check ((state = 'cancelled') = (ended_at is not null))
);
comment on table activities.sign_up is 'Who has signed up for which seats, and how it stands';
select kit.declare('activities.sign_up', 'tenant');
create unique index sign_up_once on activities.sign_up (region, pool_id, person_id) where state <> 'cancelled';
create index sign_up_of_person on activities.sign_up (region, person_id);
create index sign_up_standby on activities.sign_up (region, pool_id, priority, rank) where state = 'standby';
grant select, insert, update on activities.sign_up to gongyou_app;

create table activities.attendance (
  region int not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  sign_up_id uuid,
  heads int not null default 1 check (heads between 1 and 31),
  via text not null check (via in ('code', 'card', 'list', 'walk-in')),
  at timestamptz not null,
  received_at timestamptz not null,
  by_person uuid,
  device text not null default '',
  act_id uuid not null,
  undone_at timestamptz,
  constraint attendance_pkey primary key (region, id),
  constraint attendance_session_fkey foreign key (region, session_id) references activities.session (region, id),
  constraint attendance_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint attendance_sign_up_fkey foreign key (region, sign_up_id) references activities.sign_up (region, id)
);
comment on table activities.attendance is 'Who was there, how it was seen, and when';
select kit.declare('activities.attendance', 'tenant');
create unique index attendance_once on activities.attendance (region, session_id, person_id) where undone_at is null;
create index attendance_of_person on activities.attendance (region, person_id, at);
grant select, insert, update on activities.attendance to gongyou_app;

create table activities.rating (
  region int not null,
  attendance_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  stars int not null check (stars between 1 and 5),
  said text not null default '',
  at timestamptz not null,
  case_id uuid,
  constraint rating_pkey primary key (region, attendance_id),
  constraint rating_attendance_fkey foreign key (region, attendance_id) references activities.attendance (region, id)
);
comment on table activities.rating is 'What those who were there thought of it; one for each attendance';
select kit.declare('activities.rating', 'tenant');
create index rating_of_session on activities.rating (region, session_id);
grant select, insert on activities.rating to gongyou_app;

create table activities.evidence (
  region int not null,
  id uuid not null,
  session_id uuid not null,
  file_id uuid not null,
  taken_at timestamptz not null,
  lon double precision,
  lat double precision,
  place text not null default '',
  said text not null default '',
  at timestamptz not null,
  by_person uuid,
  constraint evidence_pkey primary key (region, id),
  constraint evidence_session_fkey foreign key (region, session_id) references activities.session (region, id),
  constraint evidence_file_fkey foreign key (region, file_id) references documents.file (region, id)
);
comment on table activities.evidence is 'Photographs and papers that show a session took place, with time and place';
select kit.declare('activities.evidence', 'tenant');
create index evidence_of_session on activities.evidence (region, session_id);
grant select, insert on activities.evidence to gongyou_app;

create table activities.draw (
  region int not null,
  pool_id uuid not null,
  seed bytea not null,
  word text not null default '',
  -- the list as it was published, never rewritten when somebody cancels later
  file text not null,
  at timestamptz not null,
  by_person uuid,
  constraint draw_pkey primary key (region, pool_id),
  constraint draw_pool_fkey foreign key (region, pool_id) references activities.pool (region, id)
);
comment on table activities.draw is 'Draws of places: the revealed seed and the published list, which anyone can run again; append-only';
select kit.declare('activities.draw', 'tenant');
grant select, insert on activities.draw to gongyou_app;

create table activities.feed (
  region int not null,
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint feed_pkey primary key (region, token_hash),
  constraint feed_person_fkey foreign key (region, person_id) references people.person (region, id)
);
comment on table activities.feed is 'Secret addresses of personal calendars; only the hash is kept';
select kit.declare('activities.feed', 'tenant');
create unique index feed_of_person on activities.feed (region, person_id) where ended_at is null;
grant select, insert, update on activities.feed to gongyou_app;
