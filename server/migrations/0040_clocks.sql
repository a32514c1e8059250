-- Time limits: holidays, rules with their revisions, clocks and everything that happened to them.

create schema clocks;
grant usage on schema clocks to gongyou_app;

create table clocks.holiday (
  region int not null references kit.region_name (region),
  falls_on date not null,
  kind text not null,
  name text not null,
  source text not null,
  primary key (region, falls_on),
  constraint holiday_kind_known check (kind in ('holiday', 'workday')),
  constraint holiday_named check (length(name) between 1 and 40)
);
comment on table clocks.holiday is 'Days on which the rule of the week does not hold: holidays and weekend days that are worked';
select kit.declare('clocks.holiday', 'tenant');
grant select, insert, delete on clocks.holiday to gongyou_app;

create table clocks.calendar_draft (
  region int not null references kit.region_name (region),
  year int not null check (year between 1990 and 2199),
  days jsonb not null,
  source text not null,
  because text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  version int not null default 1,
  primary key (region, year)
);
comment on table clocks.calendar_draft is 'A year of the calendar being edited; it counts for nothing until it is applied';
select kit.declare('clocks.calendar_draft', 'tenant');
grant select, insert, update, delete on clocks.calendar_draft to gongyou_app;

create table clocks.calendar_change (
  region int not null references kit.region_name (region),
  id uuid not null,
  year int not null,
  days_before jsonb not null,
  days_after jsonb not null,
  source text not null,
  because text not null,
  -- clocks that the preview said would move
  foreseen int not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (region, id)
);
comment on table clocks.calendar_change is 'Every change of the calendar that was applied: append-only';
create index calendar_change_by_year on clocks.calendar_change (region, year, changed_at);
select kit.declare('clocks.calendar_change', 'tenant');
grant select, insert on clocks.calendar_change to gongyou_app;

create table clocks.calendar_move (
  region int not null,
  change_id uuid not null,
  moved int not null default 0,
  finished_at timestamptz,
  primary key (region, change_id),
  constraint calendar_move_change_fkey foreign key (region, change_id) references clocks.calendar_change (region, id)
);
comment on table clocks.calendar_move is 'How far the open clocks have been moved after a change of the calendar';
select kit.declare('clocks.calendar_move', 'tenant');
grant select, insert, update on clocks.calendar_move to gongyou_app;

create table clocks.calendar_warning (
  region int not null references kit.region_name (region),
  year int not null,
  month text not null,
  warned_at timestamptz not null,
  primary key (region, year, month)
);
comment on table clocks.calendar_warning is 'In which month it was announced that the holidays of a coming year are missing: once each';
select kit.declare('clocks.calendar_warning', 'tenant');
grant select, insert on clocks.calendar_warning to gongyou_app;

create table clocks.rule (
  region int not null references kit.region_name (region),
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  revision int not null check (revision > 0),
  valid_from date not null,
  name jsonb not null,
  begins jsonb not null,
  amount int not null check (amount >= 0),
  unit text not null,
  direction text not null,
  roll text not null,
  extension int check (extension > 0),
  warn text[] not null,
  source text not null,
  mark text not null,
  note text not null default '',
  because text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (region, code, revision),
  constraint rule_unit_known check (unit in ('working_days', 'calendar_days', 'hours', 'months', 'years', 'day_of_next_month', 'as_printed', 'none')),
  constraint rule_direction_known check (direction in ('after', 'before')),
  constraint rule_roll_known check (roll in ('working_day', 'none')),
  constraint rule_mark_known check (mark in ('L', 'A', 'K', 'W')),
  constraint rule_counts_something check ((amount > 0) = (unit not in ('as_printed', 'none')))
);
comment on table clocks.rule is 'Time limits of law and custom; a change is a new revision with its first day and a reason';
select kit.declare('clocks.rule', 'tenant');
grant select, insert on clocks.rule to gongyou_app;

create table clocks.clock (
  region int not null references kit.region_name (region),
  id uuid not null,
  -- null for a limit that stands in no rule
  rule_code text,
  rule_revision int,
  -- which duty of the subject: one clock of each runs at a time
  duty text not null check (length(duty) between 1 and 60),
  name jsonb not null,
  -- the terms as they were when the clock started; later revisions of the rule do not touch it
  amount int not null,
  unit text not null,
  direction text not null,
  roll text not null,
  extension int,
  warn text[] not null,
  subject_kind text not null,
  subject_id uuid not null,
  label text not null check (length(label) between 1 and 200),
  link text not null,
  organisation_id uuid not null,
  owner_account_id uuid,
  owner_right text,
  head_account_id uuid,
  head_right text,
  -- the day or hour from which the limit is counted; before an event, the event
  counted_from timestamptz not null,
  began_at timestamptz not null,
  extended int not null default 0,
  pauses jsonb not null default '[]',
  due_on date not null,
  due_at timestamptz not null,
  by_hour boolean not null,
  by_hand boolean not null,
  uncertain int[] not null,
  soon_at timestamptz not null,
  paused_at timestamptz,
  stopped_at timestamptz,
  outcome text,
  warned text[] not null default '{}',
  next_warning_at timestamptz,
  version int not null default 1,
  primary key (region, id),
  constraint clock_rule_fkey foreign key (region, rule_code, rule_revision) references clocks.rule (region, code, revision),
  constraint clock_organisation_fkey foreign key (region, organisation_id) references organisations.org (region, id),
  constraint clock_owner_fkey foreign key (region, owner_account_id) references accounts.account (region, id),
  constraint clock_head_fkey foreign key (region, head_account_id) references accounts.account (region, id),
  constraint clock_outcome_known check (outcome in ('met', 'missed', 'cancelled')),
  constraint clock_stopped_whole check ((stopped_at is null) = (outcome is null)),
  constraint clock_warns_while_running check (next_warning_at is null or (stopped_at is null and paused_at is null))
);
comment on table clocks.clock is 'Due dates that run, stand still or have ended';
select kit.declare('clocks.clock', 'tenant');
create unique index clock_running_once on clocks.clock (region, subject_kind, subject_id, duty) where stopped_at is null;
create index clock_of_subject on clocks.clock (region, subject_id);
create index clock_to_warn on clocks.clock (region, next_warning_at) where next_warning_at is not null;
create index clock_open_by_due on clocks.clock (region, due_on) where stopped_at is null and not by_hand and not by_hour;
create index clock_open_of_organisation on clocks.clock (region, organisation_id, due_at) where stopped_at is null;
grant select, insert, update on clocks.clock to gongyou_app;

create table clocks.clock_change (
  region int not null,
  id uuid not null,
  clock_id uuid not null,
  kind text not null,
  at timestamptz not null,
  by_person_id uuid,
  because text not null default '',
  amount int,
  due_on_before date,
  due_on date not null,
  due_at timestamptz not null,
  primary key (region, id),
  constraint clock_change_clock_fkey foreign key (region, clock_id) references clocks.clock (region, id),
  constraint clock_change_kind_known check (kind in ('started', 'paused', 'resumed', 'extended', 'moved_by_calendar', 'set_by_hand', 'handed', 'stopped'))
);
comment on table clocks.clock_change is 'What happened to each clock: append-only';
select kit.declare('clocks.clock_change', 'tenant');
create index clock_change_of_clock on clocks.clock_change (region, clock_id, at);
grant select, insert on clocks.clock_change to gongyou_app;
