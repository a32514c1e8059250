-- Roster import: batches, their rows, remembered column mappings.

create table membership.roster_batch (
  region int not null references kit.region_name (region),
  id uuid not null,
  state text not null check (state in ('uploaded', 'mapped', 'checking', 'checked', 'committing', 'done', 'failed', 'undoing', 'undone', 'discarded')),
  file_name text not null check (length(file_name) between 1 and 200),
  file_bytes bigint not null,
  format text not null,
  sheet text not null,
  -- rows of the spreadsheet that the header takes, and its columns: [{column, title}]
  header_from int not null,
  header_to int not null,
  titles jsonb not null,
  -- column number → field of the roster
  mapping jsonb not null,
  default_org_id uuid,
  -- rows with something in them, and how many the step now running has dealt with
  total_rows int not null,
  done_rows int not null default 0,
  -- the last row of the spreadsheet that the step now running has dealt with
  checkpoint int not null default 0,
  -- what the check found, what the import made, what the undoing took back: counts by kind
  found jsonb,
  made jsonb,
  taken_back jsonb,
  -- who imports, from which posts, so that a job after a restart acts with exactly these rights
  importer jsonb not null,
  importer_id uuid,
  error text,
  created_at timestamptz not null,
  checked_at timestamptz,
  ended_at timestamptz,
  undone_at timestamptz,
  primary key (region, id),
  constraint roster_batch_org_fkey foreign key (region, default_org_id) references organisations.org (region, id)
);
comment on table membership.roster_batch is 'Rosters handed in: what came, where it stands, what it made';
select kit.declare('membership.roster_batch', 'tenant');
create index roster_batch_by_time on membership.roster_batch (region, created_at desc);
create index roster_batch_at_work on membership.roster_batch (region, created_at) where state in ('mapped', 'checking', 'committing', 'undoing');
grant select, insert, update on membership.roster_batch to gongyou_app;

create table membership.roster_turn (
  region int not null,
  batch_id uuid not null,
  primary key (region, batch_id),
  constraint roster_turn_batch_fkey foreign key (region, batch_id) references membership.roster_batch (region, id)
);
comment on table membership.roster_turn is 'A process locks this row while it works on a batch; a dead process lets go by itself';
select kit.declare('membership.roster_turn', 'tenant');
grant select, insert, update on membership.roster_turn to gongyou_app;

create table membership.roster_row (
  region int not null,
  batch_id uuid not null,
  -- number of the row as the spreadsheet shows it
  row int not null,
  -- refused; taken but worth a look; left out because the register changed after the check; kept when the rest was undone
  outcome text not null check (outcome in ('bad', 'look', 'changed', 'kept')),
  -- [{column, level, reason, suggestion, shown, name}]
  problems jsonb not null,
  -- the cells of a bad row, sealed, for the workbook that goes back
  raw bytea,
  raw_key smallint,
  primary key (region, batch_id, row),
  constraint roster_row_batch_fkey foreign key (region, batch_id) references membership.roster_batch (region, id)
);
comment on table membership.roster_row is 'Rows of a roster about which there is something to say';
select kit.declare('membership.roster_row', 'tenant');
grant select, insert, update, delete on membership.roster_row to gongyou_app;

create table membership.roster_chunk (
  region int not null,
  batch_id uuid not null,
  -- rows of the spreadsheet that the chunk spans
  from_row int not null,
  to_row int not null,
  key_id smallint not null,
  -- deflated JSON, sealed as a whole: rows as they will be written; emptied once written
  waiting bytea,
  -- the same: what was written and how it looked before; emptied once undone
  done bytea,
  primary key (region, batch_id, from_row),
  constraint roster_chunk_batch_fkey foreign key (region, batch_id) references membership.roster_batch (region, id)
);
comment on table membership.roster_chunk is 'Thousands of roster rows in one: checked and waiting, then written and undoable';
select kit.declare('membership.roster_chunk', 'tenant');
grant select, insert, update, delete on membership.roster_chunk to gongyou_app;

create table membership.roster_mapping (
  region int not null references kit.region_name (region),
  -- digest of the titles in their order
  titles text not null,
  mapping jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (region, titles)
);
comment on table membership.roster_mapping is 'Which column means what, remembered for each set of titles';
select kit.declare('membership.roster_mapping', 'tenant');
grant select, insert, update on membership.roster_mapping to gongyou_app;

-- Undoing an import takes back persons that nothing else refers to: data of people who should never have been entered
-- is not kept. A foreign key of any other table refuses.
grant delete on people.person to gongyou_app;
grant delete on organisations.employment to gongyou_app;

-- Persons served before joining have no number; a roster finds them by their mobile.
create index person_numberless on people.person (region, mobile) where id_hash is null and merged_into is null;

-- A merged duplicate keeps its number; whoever brings it is led to the person it became part of.
create index person_merged_number on people.person (region, id_hash) where merged_into is not null;
