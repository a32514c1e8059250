-- Matchmaking (单身联谊): what one shows of oneself, whom one chooses, who chose each other; all of it deleted in time.

create schema matchmaking;
grant usage on schema matchmaking to gongyou_app;

create table matchmaking.meeting (
  region int not null,
  activity_id uuid not null,
  -- those who were there have been asked to choose
  asked_at timestamptz,
  -- choices were compared and deleted
  matched_at timestamptz,
  cleared_at timestamptz,
  -- what remains: how many took part in the choosing, how many pairs came of it; null where so few that it would tell
  cards int,
  pairs int,
  constraint meeting_pkey primary key (region, activity_id),
  constraint meeting_activity_fkey foreign key (region, activity_id) references activities.activity (region, id)
);
comment on table matchmaking.meeting is 'How far the choosing at one activity has come; only its counts outlive the set days';
select kit.declare('matchmaking.meeting', 'tenant');
grant select, insert, update on matchmaking.meeting to gongyou_app;

create table matchmaking.card (
  region int not null,
  id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  nickname text not null check (length(nickname) between 1 and 20),
  occupation text not null default '',
  words text not null default '',
  -- how to be reached: sealed, opened for nobody but whoever was chosen back
  contact bytea not null,
  contact_key int not null,
  consent text not null,
  made_at timestamptz not null,
  constraint card_pkey primary key (region, id),
  constraint card_person_unique unique (region, activity_id, person_id),
  constraint card_nickname_unique unique (region, activity_id, nickname),
  constraint card_meeting_fkey foreign key (region, activity_id) references matchmaking.meeting (region, activity_id),
  constraint card_person_fkey foreign key (region, person_id) references people.person (region, id)
);
comment on table matchmaking.card is 'What somebody shows of himself to those who are there, under a name he chose; deleted after the set days';
select kit.declare('matchmaking.card', 'tenant');
grant select, insert, update, delete on matchmaking.card to gongyou_app;

create table matchmaking.choice (
  region int not null,
  card_id uuid not null,
  chosen_id uuid not null,
  person_id uuid not null,
  constraint choice_pkey primary key (region, card_id, chosen_id),
  constraint choice_card_fkey foreign key (region, card_id) references matchmaking.card (region, id),
  constraint choice_chosen_fkey foreign key (region, chosen_id) references matchmaking.card (region, id),
  constraint choice_of_another check (card_id <> chosen_id)
);
comment on table matchmaking.choice is 'Whom somebody chose; nobody else can read it, and all are deleted when they are compared';
select kit.declare('matchmaking.choice', 'tenant');
create index choice_of_chosen on matchmaking.choice (region, chosen_id);
-- The database itself shows a choice to nobody but the one who made it, and to the comparison.
drop policy region_wall on matchmaking.choice;
create policy region_wall on matchmaking.choice for select
  using (region = kit.region() and (kit.unsealed() = '*' or kit.unsealed() = person_id::text));
create policy region_wall_insert on matchmaking.choice for insert
  with check (region = kit.region() and kit.unsealed() = person_id::text);
create policy region_wall_delete on matchmaking.choice for delete
  using (region = kit.region() and (kit.unsealed() = '*' or kit.unsealed() = person_id::text));
grant select, insert, delete on matchmaking.choice to gongyou_app;

create table matchmaking.pair (
  region int not null,
  one_id uuid not null,
  other_id uuid not null,
  one_person uuid not null,
  other_person uuid not null,
  constraint pair_pkey primary key (region, one_id, other_id),
  constraint pair_one_fkey foreign key (region, one_id) references matchmaking.card (region, id),
  constraint pair_other_fkey foreign key (region, other_id) references matchmaking.card (region, id),
  constraint pair_once check (one_id < other_id)
);
comment on table matchmaking.pair is 'Two who chose each other, until one withdraws or the set days are over';
select kit.declare('matchmaking.pair', 'tenant');
create index pair_of_other on matchmaking.pair (region, other_id);
drop policy region_wall on matchmaking.pair;
create policy region_wall on matchmaking.pair for select
  using (region = kit.region() and (kit.unsealed() = '*' or kit.unsealed() in (one_person::text, other_person::text)));
create policy region_wall_insert on matchmaking.pair for insert with check (region = kit.region() and kit.unsealed() = '*');
create policy region_wall_delete on matchmaking.pair for delete
  using (region = kit.region() and (kit.unsealed() = '*' or kit.unsealed() in (one_person::text, other_person::text)));
grant select, insert, delete on matchmaking.pair to gongyou_app;
