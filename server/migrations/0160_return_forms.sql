-- Forms of returns made by officers, questions that units answer themselves, and the mark of a period that was handed up.

create table returns.form (
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
  constraint return_form_pkey primary key (region, code, revision)
);
comment on table returns.form is 'Published revisions of forms (表式); never edited, only retired';
select kit.declare('returns.form', 'tenant');
grant select, insert on returns.form to gongyou_app;
grant update (retired_at) on returns.form to gongyou_app;

create table returns.form_draft (
  region int not null references kit.region_name (region),
  id uuid not null,
  code text not null,
  definition json not null,
  made_by uuid,
  changed_at timestamptz not null,
  version int not null default 1,
  constraint return_form_draft_pkey primary key (region, id),
  constraint return_form_draft_code_unique unique (region, code)
);
comment on table returns.form_draft is 'A form an officer is designing; becomes the next revision when published';
select kit.declare('returns.form_draft', 'tenant');
grant select, insert, update, delete on returns.form_draft to gongyou_app;

create table returns.answer (
  region int not null,
  sheet_id uuid not null,
  filling int not null check (filling > 0),
  line text not null,
  -- a number or a text; what was chosen by its code
  answer jsonb not null,
  answered_by uuid,
  answered_at timestamptz not null,
  constraint answer_pkey primary key (region, sheet_id, filling, line),
  constraint answer_sheet_fkey foreign key (region, sheet_id) references returns.sheet (region, id)
);
comment on table returns.answer is 'What a unit typed itself (填报), question by question and filling by filling; never edited';
select kit.declare('returns.answer', 'tenant');
grant select, insert on returns.answer to gongyou_app;

-- The sheet of the period before proposes its answers.
create index round_of_form on returns.round (region, form, from_on desc);

alter table returns.round add column reported_on date;
alter table returns.round add column reported_to text;
alter table returns.round add column reported_by uuid;
alter table returns.round add column reported_at timestamptz;
alter table returns.round add constraint round_reported check ((reported_on is null) = (reported_to is null) and (reported_on is null) = (reported_at is null));
grant update (reported_on, reported_to, reported_by, reported_at) on returns.round to gongyou_app;

-- When it last came back to the unit.
alter table returns.sheet add column came_back_at timestamptz;
