-- Official papers: their numbers, drafts, issued papers, templates.

create schema papers;
grant usage on schema papers to gongyou_app;

create table papers.organ (
  region int not null references kit.region_name (region),
  org_id uuid not null,
  -- 机关代字, before the year in every number
  code text not null check (code ~ '^[一-龥]{2,8}$'),
  -- 发文机关标志, in red at the head
  mark text not null check (length(mark) between 2 and 40),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (region, org_id),
  constraint organ_code_unique unique (region, code),
  constraint organ_org_fkey foreign key (region, org_id) references organisations.org (region, id)
);
comment on table papers.organ is 'Code and mark under which an organisation issues papers';
select kit.declare('papers.organ', 'tenant');
grant select, insert, update on papers.organ to gongyou_app;

create table papers.series (
  region int not null references kit.region_name (region),
  org_id uuid not null,
  kind text not null,
  year int not null,
  last_serial int not null check (last_serial > 0),
  primary key (region, org_id, kind, year),
  constraint series_org_fkey foreign key (region, org_id) references organisations.org (region, id)
);
comment on table papers.series is 'The last number given in each series; its row is locked until the paper is issued or not, so there is no gap';
select kit.declare('papers.series', 'tenant');
grant select, insert, update on papers.series to gongyou_app;

create table papers.template (
  region int not null references kit.region_name (region),
  code text not null check (length(code) between 1 and 80),
  revision int not null check (revision > 0),
  name text not null,
  -- {title, addressee, body, annexes, note, copies} with {{tokens}}
  text jsonb not null,
  because text not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (region, code, revision)
);
comment on table papers.template is 'Wordings that officers have revised: append-only; without a row the wording that came with the software holds';
select kit.declare('papers.template', 'tenant');
grant select, insert on papers.template to gongyou_app;

create table papers.paper (
  region int not null references kit.region_name (region),
  id uuid not null,
  kind text not null,
  org_id uuid not null,
  -- what list and search show; the same stands in the content
  title text not null,
  addressee text not null,
  content jsonb not null,
  version int not null default 1,
  template_code text,
  template_revision int,
  -- the matter it is about, whose owner decides who else may see it
  subject_kind text,
  subject_id uuid,
  number text,
  year int,
  serial int,
  drafted_at timestamptz not null,
  drafted_by uuid,
  -- thrown away before it was issued; an issued paper is withdrawn instead
  discarded_at timestamptz,
  -- where it stands in the register: last change of the draft, then the moment of issue
  filed_at timestamptz not null,
  issued_at timestamptz,
  issued_on date,
  issued_by uuid,
  docx_file uuid,
  pdf_file uuid,
  scan_file uuid,
  scanned_at timestamptz,
  scanned_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_because text,
  primary key (region, id),
  constraint paper_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint paper_docx_fkey foreign key (region, docx_file) references documents.file (region, id),
  constraint paper_pdf_fkey foreign key (region, pdf_file) references documents.file (region, id),
  constraint paper_scan_fkey foreign key (region, scan_file) references documents.file (region, id),
  constraint paper_serial_unique unique (region, org_id, kind, year, serial),
  constraint paper_number_unique unique (region, number),
  constraint paper_issued_whole check (num_nulls(number, year, serial, issued_at, issued_on) in (0, 5)),
  constraint paper_discarded_unissued check (discarded_at is null or issued_at is null),
  constraint paper_issued_before_sealed check (scan_file is null or issued_at is not null),
  constraint paper_withdrawn_whole check (num_nulls(withdrawn_at, withdrawn_because) in (0, 2) and (withdrawn_at is null or issued_at is not null)),
  constraint paper_subject_whole check (num_nulls(subject_kind, subject_id) in (0, 2))
);
comment on table papers.paper is 'Papers from draft to seal; content and number stand fast from the moment of issue';
select kit.declare('papers.paper', 'tenant');
create index paper_by_time on papers.paper (region, filed_at desc, id desc) where discarded_at is null;
create index paper_of_org on papers.paper (region, org_id, filed_at desc, id desc) where discarded_at is null;
create index paper_of_subject on papers.paper (region, subject_kind, subject_id) where subject_id is not null;
grant select, insert, update on papers.paper to gongyou_app;

create table papers.draft (
  region int not null,
  paper_id uuid not null,
  version int not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (region, paper_id, version),
  constraint draft_paper_fkey foreign key (region, paper_id) references papers.paper (region, id)
);
comment on table papers.draft is 'Every version of a draft, as it was saved';
select kit.declare('papers.draft', 'tenant');
grant select, insert on papers.draft to gongyou_app;
