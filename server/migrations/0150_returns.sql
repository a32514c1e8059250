-- Returns (报表): what units hand in again and again, filled beforehand from their own records.

create schema returns;
grant usage on schema returns to gongyou_app;

create table returns.round (
  region int not null references kit.region_name (region),
  id uuid not null,
  form text not null,
  revision int not null,
  -- the form as it was when the period was opened
  definition json not null,
  from_on date not null,
  to_on date not null,
  due_on date not null,
  opened_at timestamptz not null,
  opened_by uuid,
  constraint round_pkey primary key (region, id),
  constraint round_once unique (region, form, from_on),
  constraint round_period check (from_on <= to_on)
);
comment on table returns.round is 'Periods of forms (报期): one month, quarter or year of one form';
select kit.declare('returns.round', 'tenant');
create index round_by_day on returns.round (region, to_on desc, id desc);
grant select, insert, update (due_on) on returns.round to gongyou_app;

create table returns.sheet (
  region int not null references kit.region_name (region),
  id uuid not null,
  round_id uuid not null,
  org_id uuid not null,
  state text not null default 'open' check (state in ('open', 'handed-in', 'sent-back', 'received')),
  -- which of its fillings counts; 0 before the first
  filling int not null default 0,
  nil boolean not null default false,
  -- lines told otherwise than counted
  changed int not null default 0,
  -- by the day, at the first handing in
  timely boolean,
  -- the moment at which its numbers were counted
  counted_at timestamptz,
  handed_in_by uuid,
  -- why it was sent back or taken back
  because text not null default '',
  -- the act that handed it in, reversed when it comes back
  act_id uuid,
  version int not null default 1,
  constraint sheet_pkey primary key (region, id),
  constraint sheet_once unique (region, round_id, org_id),
  constraint sheet_round_fkey foreign key (region, round_id) references returns.round (region, id),
  constraint sheet_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint sheet_handed_in check ((state in ('handed-in', 'received')) = (act_id is not null))
);
comment on table returns.sheet is 'Returns of units (报表): one unit''s sheet of a period';
select kit.declare('returns.sheet', 'tenant');
create index sheet_of_org on returns.sheet (region, org_id);
grant select, insert, update on returns.sheet to gongyou_app;

create table returns.line (
  region int not null,
  sheet_id uuid not null,
  filling int not null check (filling > 0),
  line text not null,
  counted numeric(20, 2),
  told numeric(20, 2),
  because text not null default '',
  constraint line_pkey primary key (region, sheet_id, filling, line),
  constraint line_sheet_fkey foreign key (region, sheet_id) references returns.sheet (region, id),
  constraint line_reason check (told is not distinct from counted or length(because) >= 2)
);
comment on table returns.line is 'What was counted and what was told, line by line and filling by filling; never edited';
select kit.declare('returns.line', 'tenant');
grant select, insert on returns.line to gongyou_app;
