-- Services as data and the cases that run under them.

create schema cases;
grant usage on schema cases to gongyou_app;

create table cases.service (
  region int not null references kit.region_name (region),
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  revision int not null check (revision > 0),
  definition json not null,
  digest bytea not null,
  title text not null,
  -- null: the whole district
  org_id uuid,
  made_by text not null check (made_by in ('code', 'officer')),
  because text not null default '',
  published_at timestamptz not null,
  published_by uuid,
  retired_at timestamptz,
  primary key (region, code, revision),
  constraint service_org_fkey foreign key (region, org_id) references organisations.org (region, id)
);
comment on table cases.service is 'Published revisions of services; never edited, only retired';
select kit.declare('cases.service', 'tenant');
grant select, insert on cases.service to gongyou_app;
grant update (retired_at) on cases.service to gongyou_app;

create table cases.service_draft (
  region int not null,
  id uuid not null,
  code text not null,
  definition json not null,
  org_id uuid,
  because text not null default '',
  made_by uuid,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (region, id),
  constraint service_draft_code_unique unique (region, code),
  constraint service_draft_org_fkey foreign key (region, org_id) references organisations.org (region, id)
);
comment on table cases.service_draft is 'What an officer is designing; becomes the next revision when published';
select kit.declare('cases.service_draft', 'tenant');
grant select, insert, update, delete on cases.service_draft to gongyou_app;

create table cases.state (
  region int not null,
  service text not null,
  revision int not null,
  state text not null,
  final boolean not null,
  primary key (region, service, revision, state),
  constraint state_service_fkey foreign key (region, service, revision) references cases.service (region, code, revision)
);
comment on table cases.state is 'States a case of a revision can be in; no other can be stored';
select kit.declare('cases.state', 'tenant');
grant select, insert on cases.state to gongyou_app;

create table cases.step (
  region int not null,
  service text not null,
  revision int not null,
  from_state text not null,
  action text not null,
  to_state text not null,
  primary key (region, service, revision, from_state, action),
  constraint step_whole_unique unique (region, service, revision, from_state, action, to_state),
  constraint step_from_fkey foreign key (region, service, revision, from_state) references cases.state (region, service, revision, state),
  constraint step_to_fkey foreign key (region, service, revision, to_state) references cases.state (region, service, revision, state)
);
comment on table cases.step is 'Declared steps; an act that takes another fails on this key';
select kit.declare('cases.step', 'tenant');
grant select, insert on cases.step to gongyou_app;

create table cases.matter (
  region int not null references kit.region_name (region),
  id uuid not null,
  number text not null,
  service text not null,
  revision int not null,
  state text not null,
  outcome text,
  title text not null check (length(title) between 1 and 200),
  org_id uuid not null,
  town int,
  applicant_id uuid,
  applicant_org_id uuid,
  channel text not null check (channel in ('phone', 'window', 'hotline', 'import', 'office', 'quick')),
  restricted boolean not null default false,
  answers json not null,
  sealed bytea,
  sealed_key int,
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  suspended_at timestamptz,
  -- what is being waited for before the step can be taken
  awaiting text check (awaiting in ('supplement', 'consult', 'after')),
  due_on date,
  stars smallint check (stars between 1 and 5),
  reopened int not null default 0,
  origin_id uuid,
  origin text check (origin in ('upgrade', 'appeal', 'return-visit', 'copy')),
  -- how many acts there are: the next one's number
  acts int not null default 0,
  version int not null default 1,
  primary key (region, id),
  constraint matter_number_unique unique (region, number),
  constraint matter_state_fkey foreign key (region, service, revision, state) references cases.state (region, service, revision, state),
  constraint matter_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint matter_applicant_fkey foreign key (region, applicant_id) references people.person (region, id),
  constraint matter_applicant_org_fkey foreign key (region, applicant_org_id) references organisations.org (region, id),
  constraint matter_origin_fkey foreign key (region, origin_id) references cases.matter (region, id)
);
comment on table cases.matter is 'Cases (办件): one instance of a service';
select kit.declare('cases.matter', 'tenant');
create index matter_by_time on cases.matter (region, opened_at desc, id desc);
create index matter_by_org on cases.matter (region, org_id, opened_at desc, id desc);
create index matter_by_applicant on cases.matter (region, applicant_id, opened_at desc) where applicant_id is not null;
create index matter_by_service on cases.matter (region, service, opened_at desc, id desc);
create index matter_open_by_due on cases.matter (region, due_on, id) where closed_at is null;
create index matter_by_origin on cases.matter (region, origin_id) where origin_id is not null;
grant select, insert, update on cases.matter to gongyou_app;

create table cases.task (
  region int not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('step', 'applicant', 'consult', 'before', 'after', 'delegated', 'supplement', 'extension', 'visit')),
  state text not null,
  role text,
  parent_id uuid,
  mode text check (mode in ('all', 'any')),
  asks text not null default '',
  holder_id uuid,
  opened_at timestamptz not null,
  opened_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  result text check (result in ('done', 'agreed', 'disagreed', 'moved', 'cancelled')),
  said text,
  -- a step that was chosen and waits for the signature after it; an extension that was asked for
  held json,
  primary key (region, id),
  constraint task_case_fkey foreign key (region, case_id) references cases.matter (region, id),
  constraint task_parent_fkey foreign key (region, parent_id) references cases.task (region, id),
  constraint task_ended_with_result check ((ended_at is null) = (result is null))
);
comment on table cases.task is 'What somebody must do about a case; access to the case opens and ends with it';
select kit.declare('cases.task', 'tenant');
create index task_by_case on cases.task (region, case_id);
grant select, insert, update on cases.task to gongyou_app;

create table cases.seat (
  region int not null,
  task_id uuid not null,
  -- p:<person> or o:<organisation>:<post>
  desk text not null,
  case_id uuid not null,
  service text not null,
  -- infinity where no clock runs
  due_on date not null,
  opened_at timestamptz not null,
  primary key (region, task_id, desk),
  constraint seat_task_fkey foreign key (region, task_id) references cases.task (region, id),
  constraint seat_case_fkey foreign key (region, case_id) references cases.matter (region, id)
);
comment on table cases.seat is 'Open tasks by desk: the queues. A row goes when its task ends';
select kit.declare('cases.seat', 'tenant');
create index seat_queue on cases.seat (region, desk, due_on, task_id);
create index seat_queue_by_service on cases.seat (region, desk, service, due_on, task_id);
create index seat_by_case on cases.seat (region, case_id);
grant select, insert, update, delete on cases.seat to gongyou_app;

create table cases.act (
  region int not null,
  id uuid not null,
  case_id uuid not null,
  seq int not null,
  op text not null,
  action text,
  service text not null,
  revision int not null,
  from_state text not null,
  to_state text not null,
  by_person uuid,
  by_name text not null,
  role text,
  task_id uuid,
  said text,
  seen_by text not null check (seen_by in ('office', 'applicant')),
  answers json,
  detail json,
  at timestamptz not null,
  primary key (region, id),
  constraint act_one_after_the_other unique (region, case_id, seq),
  constraint act_case_fkey foreign key (region, case_id) references cases.matter (region, id),
  constraint act_step_fkey foreign key (region, service, revision, from_state, action, to_state)
    references cases.step (region, service, revision, from_state, action, to_state),
  constraint act_task_fkey foreign key (region, task_id) references cases.task (region, id)
);
comment on table cases.act is 'Everything that was done about a case, one line each; append-only';
select kit.declare('cases.act', 'tenant');
create index act_by_person on cases.act (region, by_person, at desc);
grant select, insert on cases.act to gongyou_app;

create table cases.snapshot (
  region int not null,
  id uuid not null,
  case_id uuid not null,
  act_id uuid not null,
  service text not null,
  revision int not null,
  outcome text not null,
  facts json not null,
  verdicts json not null,
  digest bytea not null,
  at timestamptz not null,
  primary key (region, id),
  constraint snapshot_act_fkey foreign key (region, act_id) references cases.act (region, id)
);
comment on table cases.snapshot is 'Facts, rule revision and outcome as they stood at a decision';
select kit.declare('cases.snapshot', 'tenant');
create index snapshot_by_case on cases.snapshot (region, case_id, at);
grant select, insert on cases.snapshot to gongyou_app;

create table cases.reader (
  region int not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  why text not null,
  since timestamptz not null,
  until timestamptz,
  primary key (region, id),
  constraint reader_case_fkey foreign key (region, case_id) references cases.matter (region, id),
  constraint reader_person_fkey foreign key (region, person_id) references people.person (region, id)
);
comment on table cases.reader is 'Persons to whom a case was copied; ends with the case';
select kit.declare('cases.reader', 'tenant');
create unique index reader_once on cases.reader (region, case_id, person_id) where until is null;
create index reader_by_person on cases.reader (region, person_id) where until is null;
grant select, insert, update on cases.reader to gongyou_app;

create table cases.link (
  region int not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid,
  party text not null,
  contact text not null default '',
  asks text not null,
  purpose text not null,
  slice json not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  opened_hash bytea,
  replied_at timestamptz,
  reply text,
  revoked_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  primary key (region, id),
  constraint link_token_unique unique (region, token_hash),
  constraint link_case_fkey foreign key (region, case_id) references cases.matter (region, id),
  constraint link_org_fkey foreign key (region, org_id) references organisations.org (region, id)
);
comment on table cases.link is 'One-time links of linked parties without an account; each shows its slice of the case';
select kit.declare('cases.link', 'tenant');
create index link_by_case on cases.link (region, case_id);
grant select, insert, update on cases.link to gongyou_app;

create table cases.disclosure (
  region int not null,
  id uuid not null,
  case_id uuid not null,
  to_whom text not null,
  what json not null,
  purpose text not null,
  by_person uuid,
  at timestamptz not null,
  primary key (region, id),
  constraint disclosure_case_fkey foreign key (region, case_id) references cases.matter (region, id)
);
comment on table cases.disclosure is 'What of a case was shown to whom and why; append-only';
select kit.declare('cases.disclosure', 'tenant');
create index disclosure_by_case on cases.disclosure (region, case_id, at);
grant select, insert on cases.disclosure to gongyou_app;

create table cases.paper (
  region int not null,
  case_id uuid not null,
  file_id uuid not null,
  field text,
  act_id uuid,
  added_at timestamptz not null,
  primary key (region, case_id, file_id),
  constraint paper_case_fkey foreign key (region, case_id) references cases.matter (region, id),
  constraint paper_file_fkey foreign key (region, file_id) references documents.file (region, id)
);
comment on table cases.paper is 'Files that belong to a case: whoever may read the case may read them';
select kit.declare('cases.paper', 'tenant');
create index paper_by_file on cases.paper (region, file_id);
grant select, insert on cases.paper to gongyou_app;

create table cases.rating (
  region int not null,
  case_id uuid not null,
  round int not null,
  person_id uuid not null,
  stars smallint not null check (stars between 1 and 5),
  said text not null default '',
  at timestamptz not null,
  primary key (region, case_id, round),
  constraint rating_case_fkey foreign key (region, case_id) references cases.matter (region, id)
);
comment on table cases.rating is 'What the person thought of it; one for each time the case was closed';
select kit.declare('cases.rating', 'tenant');
grant select, insert on cases.rating to gongyou_app;

create table cases.draft (
  region int not null,
  person_id uuid not null,
  service text not null,
  revision int not null,
  answers json not null,
  changed_at timestamptz not null,
  primary key (region, person_id, service),
  constraint draft_person_fkey foreign key (region, person_id) references people.person (region, id)
);
comment on table cases.draft is 'Applications not yet handed in';
select kit.declare('cases.draft', 'tenant');
grant select, insert, update, delete on cases.draft to gongyou_app;

create table cases.memory (
  region int not null,
  person_id uuid not null,
  asks text not null,
  value json not null,
  said_at timestamptz not null,
  primary key (region, person_id, asks),
  constraint memory_person_fkey foreign key (region, person_id) references people.person (region, id)
);
comment on table cases.memory is 'What a person last answered to a question that several forms ask; offered, not asked again';
select kit.declare('cases.memory', 'tenant');
grant select, insert, update, delete on cases.memory to gongyou_app;

create table cases.phrase (
  region int not null,
  id uuid not null,
  person_id uuid,
  said text not null check (length(said) between 1 and 300),
  used int not null default 0,
  primary key (region, id)
);
comment on table cases.phrase is 'Opinion phrases: everybody''s (person null) and one''s own';
select kit.declare('cases.phrase', 'tenant');
create unique index phrase_once on cases.phrase (region, coalesce(person_id, '00000000-0000-0000-0000-000000000000'::uuid), said);
grant select, insert, update, delete on cases.phrase to gongyou_app;

create table cases.saved_view (
  region int not null,
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  query json not null,
  primary key (region, id),
  constraint saved_view_name_unique unique (region, person_id, name)
);
comment on table cases.saved_view is 'Filters that an officer keeps under a name';
select kit.declare('cases.saved_view', 'tenant');
grant select, insert, update, delete on cases.saved_view to gongyou_app;

create table cases.counter (
  region int not null references kit.region_name (region),
  name text not null,
  value int not null,
  primary key (region, name)
);
comment on table cases.counter is 'Running numbers of receipts';
select kit.declare('cases.counter', 'tenant');
grant select, insert, update on cases.counter to gongyou_app;
