-- Reports drafted from figures: text with tokens, approvals, frozen numbers, corrections.

create schema reports;
grant usage on schema reports to gongyou_app;

create table reports.report (
  region int not null references kit.region_name (region),
  id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  kind_revision int not null,
  org_id uuid not null,
  -- where it lies for a decision; none while it is written and after the last one
  at_org_id uuid,
  from_on date not null,
  to_on date not null,
  title text not null check (length(title) between 2 and 120),
  state text not null check (state in ('drafted', 'submitted', 'approved', 'published')),
  content jsonb not null,
  version int not null default 1,
  -- how often it has been submitted: approvals count within one round
  round int not null default 0,
  drafted_at timestamptz not null,
  drafted_by uuid,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  submitted_by uuid,
  returned_because text not null default '',
  frozen_at timestamptz,
  frozen_by uuid,
  published_at timestamptz,
  published_by uuid,
  published_on date,
  medium text not null default '',
  discarded_at timestamptz,
  constraint report_pkey primary key (region, id),
  constraint report_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint report_at_org_fkey foreign key (region, at_org_id) references organisations.org (region, id),
  constraint report_period check (from_on <= to_on and to_on <= from_on + 3660),
  constraint report_lies_somewhere check ((state = 'submitted') = (at_org_id is not null)),
  constraint report_frozen check ((state in ('approved', 'published')) = (frozen_at is not null))
);
comment on table reports.report is 'Reports (报告) of an organisation for a period: their text, and how far they have come';
select kit.declare('reports.report', 'tenant');
create index report_by_change on reports.report (region, changed_at desc, id desc);
create index report_to_decide on reports.report (region, at_org_id) where at_org_id is not null;
grant select, insert, update on reports.report to gongyou_app;

create table reports.token (
  region int not null,
  report_id uuid not null,
  code text not null check (code ~ '^F-[0-9]{2,4}$'),
  token jsonb not null,
  said jsonb not null,
  value numeric(20, 2),
  figure text,
  counted_at timestamptz not null,
  claim_id uuid,
  constraint token_pkey primary key (region, report_id, code),
  constraint token_report_fkey foreign key (region, report_id) references reports.report (region, id),
  constraint token_claim_fkey foreign key (region, claim_id) references statistics.claim (region, id)
);
comment on table reports.token is 'Numbers of a report: the question, what it said when it was counted, and the claim it became';
select kit.declare('reports.token', 'tenant');
create index token_of_figure on reports.token (region, figure);
create index token_of_claim on reports.token (region, claim_id) where claim_id is not null;
grant select, insert, update, delete on reports.token to gongyou_app;

create table reports.edition (
  region int not null,
  report_id uuid not null,
  version int not null,
  title text not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  constraint edition_pkey primary key (region, report_id, version),
  constraint edition_report_fkey foreign key (region, report_id) references reports.report (region, id)
);
comment on table reports.edition is 'Every version of the text of a report';
select kit.declare('reports.edition', 'tenant');
grant select, insert on reports.edition to gongyou_app;

create table reports.approval (
  region int not null,
  report_id uuid not null,
  round int not null,
  org_id uuid not null,
  approved_at timestamptz not null,
  approved_by uuid,
  constraint approval_pkey primary key (region, report_id, round, org_id),
  constraint approval_report_fkey foreign key (region, report_id) references reports.report (region, id),
  constraint approval_org_fkey foreign key (region, org_id) references organisations.org (region, id)
);
comment on table reports.approval is 'Which houses have agreed to a report, round by round';
select kit.declare('reports.approval', 'tenant');
grant select, insert on reports.approval to gongyou_app;

create table reports.correction (
  region int not null,
  report_id uuid not null,
  code text not null,
  noted_at timestamptz not null,
  was numeric(20, 2) not null,
  now numeric(20, 2),
  added int not null,
  removed int not null,
  because text not null check (length(because) between 2 and 300),
  noted_by uuid,
  constraint correction_pkey primary key (region, report_id, code, noted_at),
  constraint correction_token_fkey foreign key (region, report_id, code) references reports.token (region, report_id, code)
);
comment on table reports.correction is 'Errata (勘误) of a frozen report: what a number would be later, and why';
select kit.declare('reports.correction', 'tenant');
grant select, insert on reports.correction to gongyou_app;
