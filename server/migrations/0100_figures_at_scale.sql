-- Figures at any size: months counted beforehand, distinct persons as sets of bits, persons who are one since a merge.

create table ledger.alias (
  region int not null references kit.region_name (region),
  gone_id uuid not null,
  -- whom the record was merged into, and who that is in the end
  kept_id uuid not null,
  root_id uuid not null,
  constraint alias_pkey primary key (region, gone_id)
);
comment on table ledger.alias is 'Persons recorded twice count as one: drawn from the acts of merging and parting';
select kit.declare('ledger.alias', 'tenant');
create index alias_by_root on ledger.alias (region, root_id);
grant select, insert, update, delete on ledger.alias to gongyou_app;

create table ledger.cut (
  region int not null references kit.region_name (region),
  cut text not null,
  fact text not null,
  -- dimension → the values that count; all where empty
  cond jsonb not null default '{}',
  persons boolean not null default false,
  -- when its months were first counted; until then facts are counted one by one
  filled_at timestamptz,
  constraint cut_pkey primary key (region, cut)
);
comment on table ledger.cut is 'Which facts figures are made of: each is counted by month beforehand';
select kit.declare('ledger.cut', 'tenant');
grant select, insert, update, delete on ledger.cut to gongyou_app;

create table ledger.cell (
  region int not null references kit.region_name (region),
  cut text not null,
  month date not null,
  records bigint not null,
  amount numeric(20, 2) not null,
  constraint cell_pkey primary key (region, cut, month)
);
comment on table ledger.cell is 'Facts of a cut counted by month over the whole region; holds unless the month is marked stale';
select kit.declare('ledger.cell', 'tenant');
grant select, insert, delete on ledger.cell to gongyou_app;

create table ledger.crowd (
  region int not null references kit.region_name (region),
  cut text not null,
  month date not null,
  chunk int not null,
  members bit(8192) not null,
  constraint crowd_pkey primary key (region, cut, month, chunk)
);
comment on table ledger.crowd is 'Who stands behind a cell, one bit a person in chunks: months are joined as sets, never added';
select kit.declare('ledger.crowd', 'tenant');
grant select, insert, delete on ledger.crowd to gongyou_app;

create table ledger.bit_of (
  region int not null references kit.region_name (region),
  person_id uuid not null,
  number int not null,
  constraint bit_of_pkey primary key (region, person_id),
  constraint bit_of_number_unique unique (region, number)
);
comment on table ledger.bit_of is 'Which bit stands for a person in crowds; means nothing else';
select kit.declare('ledger.bit_of', 'tenant');
grant select, insert on ledger.bit_of to gongyou_app;

create table ledger.stale (
  region int not null references kit.region_name (region),
  id uuid not null,
  fact text not null,
  month date not null,
  constraint stale_pkey primary key (region, id)
);
comment on table ledger.stale is 'Months whose facts changed since they were counted: one line a transaction, fact and month, only ever inserted, so nobody waits';
select kit.declare('ledger.stale', 'tenant');
create index stale_by_fact on ledger.stale (region, fact, month);
grant select, insert, delete on ledger.stale to gongyou_app;

create table ledger.fold (
  region int not null references kit.region_name (region),
  folded_at timestamptz,
  constraint fold_pkey primary key (region)
);
comment on table ledger.fold is 'Whoever counts months holds this row, so that two processes do not count the same';
select kit.declare('ledger.fold', 'tenant');
grant select, insert, update on ledger.fold to gongyou_app;

-- The list behind a figure walks this index from its newest end; a part of the tree walks the second; merges the third.
drop index ledger.fact_by_day;
create index fact_by_day on ledger.fact (region, fact, day, act_id);
create index fact_by_org on ledger.fact (region, org_id, fact, day);
create index fact_of_person on ledger.fact (region, person_id) where person_id is not null;
grant update (person_id) on ledger.fact to gongyou_app;
