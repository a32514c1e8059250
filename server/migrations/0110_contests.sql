-- Skill contests (技能竞赛): series, competitions, trades, rounds, entrants, judges, sheets, results, titles.

create schema skills;
grant usage on schema skills to gongyou_app;

create table skills.series (
  region int not null references kit.region_name (region),
  id uuid not null,
  name text not null check (length(name) between 2 and 60),
  -- who gives the prizes or the name: 冠名单位
  sponsor text not null default '',
  created_at timestamptz not null,
  constraint series_pkey primary key (region, id),
  constraint series_name_unique unique (region, name)
);
comment on table skills.series is 'Series of contests: 工匠杯 and those that carry a sponsor''s name';
select kit.declare('skills.series', 'tenant');
grant select, insert on skills.series to gongyou_app;

create table skills.competition (
  region int not null references kit.region_name (region),
  id uuid not null,
  series_id uuid not null,
  edition int not null check (edition between 1 and 200),
  year int not null check (year between 2000 and 2199),
  name text not null check (length(name) between 2 and 80),
  level text not null check (level in ('unit', 'town', 'district', 'city', 'national')),
  -- who holds it
  org_id uuid not null,
  town int,
  document text not null default '',
  entries_until date not null,
  held_from date not null,
  held_to date not null,
  -- names are masked on the public board until the titles are given
  masked boolean not null default true,
  -- the case in which the plan is judged
  plan_case_id uuid,
  approved_at timestamptz,
  announced_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  constraint competition_pkey primary key (region, id),
  constraint competition_edition_unique unique (region, series_id, edition),
  constraint competition_series_fkey foreign key (region, series_id) references skills.series (region, id),
  constraint competition_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint competition_case_fkey foreign key (region, plan_case_id) references cases.matter (region, id),
  constraint competition_days check (held_to >= held_from and entries_until <= held_to),
  constraint competition_approved_first check (announced_at is null or approved_at is not null)
);
comment on table skills.competition is 'One edition of a series; trades are held within it';
select kit.declare('skills.competition', 'tenant');
create index competition_by_day on skills.competition (region, held_from desc, id desc);
create unique index competition_of_case on skills.competition (region, plan_case_id) where plan_case_id is not null;
grant select, insert, update on skills.competition to gongyou_app;

create table skills.trade (
  region int not null,
  id uuid not null,
  competition_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  team boolean not null default false,
  ties json not null,
  decimals int not null check (decimals between 0 and 2),
  rounding text not null check (rounding in ('half_up', 'down')),
  -- how many titles of each kind may be given
  craftsmen int not null check (craftsmen between 0 and 100),
  experts int not null check (experts between 0 and 100),
  awarded_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  constraint trade_pkey primary key (region, id),
  constraint trade_name_unique unique (region, competition_id, name),
  constraint trade_competition_fkey foreign key (region, competition_id) references skills.competition (region, id)
);
comment on table skills.trade is 'A trade of a competition: it has its own rounds, entrants, ranking and titles';
select kit.declare('skills.trade', 'tenant');
grant select, insert, update, delete on skills.trade to gongyou_app;

create table skills.round (
  region int not null,
  id uuid not null,
  trade_id uuid not null,
  seq int not null check (seq between 1 and 9),
  kind text not null check (kind in ('qualification', 'theory', 'practice', 'final')),
  name text not null check (length(name) between 1 and 40),
  -- its share of the result in ten-thousandths; nothing where it only decides who goes on
  weight int not null check (weight between 0 and 10000),
  -- by judges; otherwise one score is entered for each paper
  judged boolean not null,
  scheme json not null,
  -- how many go on to the next round; everybody where absent
  advance int check (advance > 0),
  held_on date,
  place text not null default '',
  -- published when the round is made; what it was made of, after the draw
  seed_hash text not null,
  seed text not null,
  drawn_at timestamptz,
  opened_at timestamptz,
  constraint round_pkey primary key (region, id),
  constraint round_seq_unique unique (region, trade_id, seq),
  constraint round_trade_fkey foreign key (region, trade_id) references skills.trade (region, id),
  constraint round_drawn_first check (opened_at is null or drawn_at is not null)
);
comment on table skills.round is 'A round of a trade with its way of scoring, its draw and the moment its sheets were opened';
select kit.declare('skills.round', 'tenant');
grant select, insert, update, delete on skills.round to gongyou_app;

create table skills.entrant (
  region int not null,
  id uuid not null,
  trade_id uuid not null,
  number int not null check (number > 0),
  name text not null check (length(name) between 1 and 80),
  unit_id uuid not null,
  person_id uuid,
  -- names of a team
  members json not null default '[]',
  -- agreed to stand in the talent pool
  consented_at timestamptz,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint entrant_pkey primary key (region, id),
  constraint entrant_number_unique unique (region, trade_id, number),
  constraint entrant_unit_unique unique (region, id, unit_id),
  constraint entrant_trade_fkey foreign key (region, trade_id) references skills.trade (region, id),
  constraint entrant_unit_fkey foreign key (region, unit_id) references organisations.org (region, id),
  constraint entrant_person_fkey foreign key (region, person_id) references people.person (region, id)
);
comment on table skills.entrant is 'Who competes in a trade: a person, or a team of a unit';
select kit.declare('skills.entrant', 'tenant');
create unique index entrant_person_unique on skills.entrant (region, trade_id, person_id) where person_id is not null and withdrawn_at is null;
create index entrant_of_person on skills.entrant (region, person_id) where person_id is not null;
grant select, insert, update on skills.entrant to gongyou_app;

create table skills.start (
  region int not null,
  round_id uuid not null,
  entrant_id uuid not null,
  unit_id uuid not null,
  blind int not null check (blind > 0),
  seconds int check (seconds between 0 and 864000),
  absent_because text,
  constraint start_pkey primary key (region, round_id, entrant_id),
  constraint start_blind_unique unique (region, round_id, blind),
  constraint start_unit_unique unique (region, round_id, entrant_id, unit_id),
  constraint start_round_fkey foreign key (region, round_id) references skills.round (region, id),
  constraint start_entrant_fkey foreign key (region, entrant_id, unit_id) references skills.entrant (region, id, unit_id)
);
comment on table skills.start is 'Who starts in a round under which blind number';
select kit.declare('skills.start', 'tenant');
grant select, insert, update on skills.start to gongyou_app;

create table skills.judge (
  region int not null,
  competition_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  added_at timestamptz not null,
  constraint judge_pkey primary key (region, competition_id, person_id),
  constraint judge_unit_unique unique (region, competition_id, person_id, unit_id),
  constraint judge_competition_fkey foreign key (region, competition_id) references skills.competition (region, id),
  constraint judge_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint judge_unit_fkey foreign key (region, unit_id) references organisations.org (region, id)
);
comment on table skills.judge is 'The panel from which the judges of a competition are drawn, each with his own unit';
select kit.declare('skills.judge', 'tenant');
grant select, insert, delete on skills.judge to gongyou_app;

create table skills.round_judge (
  region int not null,
  round_id uuid not null,
  competition_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  seat int not null check (seat > 0),
  how text not null check (how in ('drawn', 'named')),
  stood_down_at timestamptz,
  stood_down_because text,
  constraint round_judge_pkey primary key (region, round_id, person_id),
  constraint round_judge_seat_unique unique (region, round_id, seat),
  constraint round_judge_unit_unique unique (region, round_id, person_id, unit_id),
  constraint round_judge_round_fkey foreign key (region, round_id) references skills.round (region, id),
  constraint round_judge_panel_fkey foreign key (region, competition_id, person_id, unit_id)
    references skills.judge (region, competition_id, person_id, unit_id),
  constraint round_judge_stood_down check ((stood_down_at is null) = (stood_down_because is null))
);
comment on table skills.round_judge is 'Who judges a round';
select kit.declare('skills.round_judge', 'tenant');
create index round_judge_of_person on skills.round_judge (region, person_id);
grant select, insert, update on skills.round_judge to gongyou_app;

-- Both units are held by foreign keys to where they were written down, so that the check below cannot be talked round.
create table skills.sheet (
  region int not null,
  round_id uuid not null,
  entrant_id uuid not null,
  entrant_unit_id uuid not null,
  judge_id uuid not null,
  judge_unit_id uuid not null,
  sealed bytea not null,
  sealed_key int not null,
  handed_in_at timestamptz not null,
  constraint sheet_pkey primary key (region, round_id, entrant_id, judge_id),
  constraint sheet_start_fkey foreign key (region, round_id, entrant_id, entrant_unit_id)
    references skills.start (region, round_id, entrant_id, unit_id),
  constraint sheet_judge_fkey foreign key (region, round_id, judge_id, judge_unit_id)
    references skills.round_judge (region, round_id, person_id, unit_id),
  constraint sheet_not_own_unit check (judge_unit_id <> entrant_unit_id)
);
comment on table skills.sheet is 'Score sheets as handed in, sealed; never changed, read by nobody before all are in';
select kit.declare('skills.sheet', 'tenant');
grant select, insert on skills.sheet to gongyou_app;

create table skills.opened_sheet (
  region int not null,
  round_id uuid not null,
  entrant_id uuid not null,
  judge_id uuid not null,
  -- 1: as it was handed in; more: put right by the arbitration group
  seq int not null check (seq > 0),
  marks json not null,
  because text not null default '',
  by_person uuid,
  at timestamptz not null,
  constraint opened_sheet_pkey primary key (region, round_id, entrant_id, judge_id, seq),
  constraint opened_sheet_fkey foreign key (region, round_id, entrant_id, judge_id) references skills.sheet (region, round_id, entrant_id, judge_id),
  constraint opened_sheet_reason check (seq = 1 or length(because) >= 4)
);
comment on table skills.opened_sheet is 'What the sheets said when they were opened, and what the arbitration group put right; append-only';
select kit.declare('skills.opened_sheet', 'tenant');
grant select, insert on skills.opened_sheet to gongyou_app;

create table skills.paper_score (
  region int not null,
  round_id uuid not null,
  entrant_id uuid not null,
  -- the newest counts
  seq int not null check (seq > 0),
  score int not null check (score >= 0),
  because text not null default '',
  by_person uuid,
  at timestamptz not null,
  constraint paper_score_pkey primary key (region, round_id, entrant_id, seq),
  constraint paper_score_fkey foreign key (region, round_id, entrant_id) references skills.start (region, round_id, entrant_id)
);
comment on table skills.paper_score is 'Scores of written papers in hundredths; append-only, the newest counts';
select kit.declare('skills.paper_score', 'tenant');
grant select, insert on skills.paper_score to gongyou_app;

create table skills.publication (
  region int not null,
  trade_id uuid not null,
  seq int not null check (seq > 0),
  published_at timestamptz not null,
  -- last day of the public notice
  until date not null,
  paper_id uuid not null,
  withdrawn_at timestamptz,
  withdrawn_because text,
  constraint publication_pkey primary key (region, trade_id, seq),
  constraint publication_trade_fkey foreign key (region, trade_id) references skills.trade (region, id),
  constraint publication_paper_fkey foreign key (region, paper_id) references papers.paper (region, id),
  constraint publication_withdrawn check ((withdrawn_at is null) = (withdrawn_because is null))
);
comment on table skills.publication is 'Results as they were posted for objections; withdrawn where something had to be put right';
select kit.declare('skills.publication', 'tenant');
create unique index publication_standing_unique on skills.publication (region, trade_id) where withdrawn_at is null;
grant select, insert, update on skills.publication to gongyou_app;

create table skills.placing (
  region int not null,
  trade_id uuid not null,
  seq int not null,
  entrant_id uuid not null,
  place int check (place > 0),
  shared boolean not null,
  final int,
  -- score of each round by its number
  rounds json not null,
  constraint placing_pkey primary key (region, trade_id, seq, entrant_id),
  constraint placing_publication_fkey foreign key (region, trade_id, seq) references skills.publication (region, trade_id, seq),
  constraint placing_entrant_fkey foreign key (region, entrant_id) references skills.entrant (region, id)
);
comment on table skills.placing is 'The ranking of a publication; append-only';
select kit.declare('skills.placing', 'tenant');
grant select, insert on skills.placing to gongyou_app;

create table skills.objection (
  region int not null,
  case_id uuid not null,
  trade_id uuid not null,
  seq int not null,
  constraint objection_pkey primary key (region, case_id),
  constraint objection_publication_fkey foreign key (region, trade_id, seq) references skills.publication (region, trade_id, seq),
  constraint objection_case_fkey foreign key (region, case_id) references cases.matter (region, id)
);
comment on table skills.objection is 'Objections to a published result: each is a case';
select kit.declare('skills.objection', 'tenant');
create index objection_of_trade on skills.objection (region, trade_id, seq);
grant select, insert on skills.objection to gongyou_app;

create table skills.certificate (
  region int not null references kit.region_name (region),
  id uuid not null,
  number text not null,
  -- what the QR leads to; not to be guessed
  code text not null check (code ~ '^[A-HJ-NP-Z2-9]{12}$'),
  kind text not null check (kind in ('title', 'course')),
  person_id uuid,
  holder text not null,
  unit text not null,
  org_id uuid not null,
  -- 密云工匠 and for what; the course and its hours
  award text not null,
  reason text not null,
  issued_on date not null,
  withdrawn_on date,
  withdrawn_because text,
  constraint certificate_pkey primary key (region, id),
  constraint certificate_number_unique unique (region, number),
  constraint certificate_code_unique unique (region, code),
  constraint certificate_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint certificate_org_fkey foreign key (region, org_id) references organisations.org (region, id)
);
comment on table skills.certificate is 'Certificates of titles and courses, to be verified by their code';
select kit.declare('skills.certificate', 'tenant');
create index certificate_of_person on skills.certificate (region, person_id) where person_id is not null;
grant select, insert, update on skills.certificate to gongyou_app;

create table skills.title (
  region int not null,
  trade_id uuid not null,
  entrant_id uuid not null,
  title text not null check (title in ('craftsman', 'expert')),
  certificate_id uuid not null,
  awarded_at timestamptz not null,
  constraint title_pkey primary key (region, trade_id, entrant_id),
  constraint title_trade_fkey foreign key (region, trade_id) references skills.trade (region, id),
  constraint title_entrant_fkey foreign key (region, entrant_id) references skills.entrant (region, id),
  constraint title_certificate_fkey foreign key (region, certificate_id) references skills.certificate (region, id)
);
comment on table skills.title is 'Titles given in a trade: 密云工匠 and 密云能手; append-only';
select kit.declare('skills.title', 'tenant');
grant select, insert on skills.title to gongyou_app;

create table skills.counter (
  region int not null references kit.region_name (region),
  name text not null,
  value int not null,
  constraint counter_pkey primary key (region, name)
);
comment on table skills.counter is 'Running numbers of certificates by kind and year';
select kit.declare('skills.counter', 'tenant');
grant select, insert, update on skills.counter to gongyou_app;
