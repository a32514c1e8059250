-- Published numbers as objects, figures made by officers, targets.

create schema statistics;
grant usage on schema statistics to gongyou_app;

create table statistics.claim (
  region int not null references kit.region_name (region),
  id uuid not null,
  -- how people call it: S2-16, or a running number
  code text not null check (length(code) between 1 and 40),
  origin text not null check (origin in ('system', 'historical')),
  wording text not null check (length(wording) between 1 and 300),
  value numeric(20, 2) not null,
  qualifier text not null,
  -- the interval that the wording claims, of its whole period
  claimed jsonb not null,
  unit text not null,
  topic text not null check (length(topic) between 1 and 80),
  part text,
  -- null: a stock, as it stood on the last day
  from_on date,
  to_on date not null,
  scope text not null default '',
  definition text not null default '',
  document text not null check (length(document) between 1 and 200),
  medium text not null default '',
  published_on date not null,
  -- of the system's own numbers: from which figure, where, and which records
  figure text,
  revision int,
  asked jsonb,
  parts jsonb,
  records bigint,
  digest bytea,
  counted_at timestamptz,
  made_by uuid,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_because text,
  constraint claim_pkey primary key (region, id),
  constraint claim_code_unique unique (region, code),
  constraint claim_period check (from_on is null or from_on <= to_on),
  constraint claim_counted check ((origin = 'system') = (figure is not null and digest is not null and counted_at is not null))
);
comment on table statistics.claim is 'Published numbers (已发布数字): wording, value, period, scope, definition and the records they came from; never edited, only withdrawn';
select kit.declare('statistics.claim', 'tenant');
create index claim_by_topic on statistics.claim (region, topic, to_on);
create index claim_by_day on statistics.claim (region, published_on desc, id desc);
grant select, insert on statistics.claim to gongyou_app;
grant update (withdrawn_at, withdrawn_because) on statistics.claim to gongyou_app;

create table statistics.figure (
  region int not null references kit.region_name (region),
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  revision int not null check (revision > 0),
  definition json not null,
  digest bytea not null,
  made_by text not null check (made_by in ('code', 'officer')),
  because text not null default '',
  published_at timestamptz not null,
  published_by uuid,
  retired_at timestamptz,
  constraint figure_pkey primary key (region, code, revision)
);
comment on table statistics.figure is 'Published revisions of figures, of the release and of officers; never edited, only retired';
select kit.declare('statistics.figure', 'tenant');
grant select, insert on statistics.figure to gongyou_app;
grant update (retired_at) on statistics.figure to gongyou_app;

create table statistics.figure_draft (
  region int not null references kit.region_name (region),
  id uuid not null,
  code text not null,
  definition json not null,
  made_by uuid,
  changed_at timestamptz not null,
  version int not null default 1,
  constraint figure_draft_pkey primary key (region, id),
  constraint figure_draft_code_unique unique (region, code)
);
comment on table statistics.figure_draft is 'A figure that an officer is making; becomes the next revision when published';
select kit.declare('statistics.figure_draft', 'tenant');
grant select, insert, update, delete on statistics.figure_draft to gongyou_app;

create table statistics.target (
  region int not null references kit.region_name (region),
  id uuid not null,
  figure text not null,
  from_on date not null,
  to_on date not null,
  aim numeric(20, 2) not null check (aim > 0),
  source text not null check (length(source) between 1 and 200),
  made_by uuid,
  made_at timestamptz not null,
  dropped_at timestamptz,
  constraint target_pkey primary key (region, id),
  constraint target_period check (from_on < to_on)
);
comment on table statistics.target is 'What a figure is to reach in a year or in five, and where that is written';
select kit.declare('statistics.target', 'tenant');
create unique index target_unique on statistics.target (region, figure, from_on, to_on) where dropped_at is null;
grant select, insert on statistics.target to gongyou_app;
grant update (dropped_at) on statistics.target to gongyou_app;
