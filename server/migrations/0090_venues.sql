-- Venues (阵地): places the union runs, their hours, inspections, supplies, use, and the booking of their rooms and courts.

create schema venues;
grant usage on schema venues to gongyou_app;

create table venues.venue (
  region int not null references kit.region_name (region),
  id uuid not null,
  -- stands in the QR at the door
  code text not null check (code ~ '^[A-HJ-NP-Z2-9]{8}$'),
  org_id uuid not null,
  kind text not null,
  name text not null check (length(name) between 1 and 80),
  town int,
  address text not null default '',
  -- GCJ-02
  lng numeric(9, 6),
  lat numeric(9, 6),
  -- what the form of a venue says; the columns above are drawn from it
  answers jsonb not null,
  hours jsonb not null,
  state text not null check (state in ('planned', 'applied', 'site_checked', 'approved', 'building', 'accepted', 'open', 'suspended', 'closed')),
  opened_on date,
  closed_on date,
  -- the application it came from
  case_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  constraint venue_pkey primary key (region, id),
  constraint venue_code_unique unique (region, code),
  constraint venue_case_unique unique (region, case_id),
  constraint venue_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint venue_case_fkey foreign key (region, case_id) references cases.matter (region, id),
  constraint venue_point check ((lng is null) = (lat is null) and lng between 70 and 140 and lat between 0 and 60),
  constraint venue_opened check (state not in ('open', 'suspended') or opened_on is not null),
  constraint venue_closed check ((state = 'closed') = (closed_on is not null))
);
comment on table venues.venue is 'Venues as they stand; how each came to its state stands in venue_state';
select kit.declare('venues.venue', 'tenant');
create unique index venue_name_unique on venues.venue (region, org_id, name) where state <> 'closed';
create index venue_by_state on venues.venue (region, state, kind);
create index venue_by_org on venues.venue (region, org_id);
grant select, insert, update on venues.venue to gongyou_app;

create table venues.venue_state (
  region int not null,
  venue_id uuid not null,
  seq int not null check (seq > 0),
  state text not null,
  on_day date not null,
  because text not null default '',
  by_name text not null,
  at timestamptz not null,
  constraint venue_state_pkey primary key (region, venue_id, seq),
  constraint venue_state_venue_fkey foreign key (region, venue_id) references venues.venue (region, id)
);
comment on table venues.venue_state is 'Which state a venue entered on which day, by whom and why; append-only';
select kit.declare('venues.venue_state', 'tenant');
grant select, insert on venues.venue_state to gongyou_app;

create table venues.special_days (
  region int not null,
  id uuid not null,
  venue_id uuid not null,
  from_day date not null,
  to_day date not null,
  during daterange not null generated always as (daterange(from_day, to_day, '[]')) stored,
  -- [[from, to], …] in minutes of the day; none: closed
  spans jsonb not null,
  because text not null,
  lifted_at timestamptz,
  created_at timestamptz not null,
  constraint special_days_pkey primary key (region, id),
  constraint special_days_order check (to_day >= from_day),
  constraint special_days_venue_fkey foreign key (region, venue_id) references venues.venue (region, id),
  constraint special_days_no_overlap exclude using gist (region with =, venue_id with =, during with &&) where (lifted_at is null)
);
comment on table venues.special_days is 'Days on which the hours of the week do not hold: other hours, or closed';
select kit.declare('venues.special_days', 'tenant');
grant select, insert, update on venues.special_days to gongyou_app;

create table venues.inspection (
  region int not null,
  id uuid not null,
  venue_id uuid not null,
  year int not null check (year between 2000 and 2199),
  on_day date not null,
  -- 实用、实际、实效
  useful int not null check (useful between 0 and 100),
  down_to_earth int not null check (down_to_earth between 0 and 100),
  effective int not null check (effective between 0 and 100),
  remarks text not null default '',
  by_name text not null,
  at timestamptz not null,
  constraint inspection_pkey primary key (region, id),
  constraint inspection_once_a_year unique (region, venue_id, year),
  constraint inspection_venue_fkey foreign key (region, venue_id) references venues.venue (region, id)
);
comment on table venues.inspection is 'Yearly inspections of venues with their three scores; append-only';
select kit.declare('venues.inspection', 'tenant');
grant select, insert on venues.inspection to gongyou_app;

create table venues.honour (
  region int not null,
  venue_id uuid not null,
  year int not null check (year between 2000 and 2199),
  because text not null,
  recommended_by text not null,
  recommended_at timestamptz not null,
  awarded_on date,
  constraint honour_pkey primary key (region, venue_id, year),
  constraint honour_venue_fkey foreign key (region, venue_id) references venues.venue (region, id)
);
comment on table venues.honour is '最美站点: recommended by its organisation, awarded by the district';
select kit.declare('venues.honour', 'tenant');
grant select, insert, update on venues.honour to gongyou_app;

create table venues.item (
  region int not null references kit.region_name (region),
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  from_day date not null,
  to_day date not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint item_pkey primary key (region, id),
  constraint item_days check (to_day >= from_day)
);
comment on table venues.item is 'What is handed out at venues, one to a person a day, between two days';
select kit.declare('venues.item', 'tenant');
create unique index item_name_unique on venues.item (region, name) where closed_at is null;
grant select, insert, update on venues.item to gongyou_app;

create table venues.stock (
  region int not null,
  venue_id uuid not null,
  item_id uuid not null,
  delivered int not null default 0 check (delivered >= 0),
  handed int not null default 0 check (handed >= 0),
  lost int not null default 0 check (lost >= 0),
  rest int not null default 0,
  constraint stock_pkey primary key (region, venue_id, item_id),
  constraint stock_rest check (rest >= 0),
  constraint stock_balance check (delivered = handed + lost + rest),
  constraint stock_venue_fkey foreign key (region, venue_id) references venues.venue (region, id),
  constraint stock_item_fkey foreign key (region, item_id) references venues.item (region, id)
);
comment on table venues.stock is 'What lies at a venue: what came in is what went out, what was lost and what is left';
select kit.declare('venues.stock', 'tenant');
grant select, insert, update on venues.stock to gongyou_app;

create table venues.stock_move (
  region int not null,
  id uuid not null,
  venue_id uuid not null,
  item_id uuid not null,
  op text not null check (op in ('delivered', 'handed', 'lost')),
  amount int not null check (amount between 1 and 100000),
  -- whoever took it, where he is named
  person_id uuid,
  way text not null check (way in ('card', 'code', 'count', 'office')),
  day date not null,
  at timestamptz not null,
  by_name text not null,
  because text not null default '',
  constraint stock_move_pkey primary key (region, id),
  constraint stock_move_stock_fkey foreign key (region, venue_id, item_id) references venues.stock (region, venue_id, item_id),
  constraint stock_move_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint stock_move_one_each check (person_id is null or (op = 'handed' and amount = 1))
);
comment on table venues.stock_move is 'Every delivery, hand-out and loss; append-only';
select kit.declare('venues.stock_move', 'tenant');
-- One to a person a day, at whatever venue.
create unique index hand_out_once_a_day on venues.stock_move (region, item_id, person_id, day) where person_id is not null;
create index stock_move_of_venue on venues.stock_move (region, venue_id, at desc);
grant select, insert on venues.stock_move to gongyou_app;

create table venues.visit (
  region int not null,
  id uuid not null,
  venue_id uuid not null,
  person_id uuid,
  amount int not null check (amount between 1 and 10000),
  way text not null check (way in ('code', 'counter')),
  day date not null,
  at timestamptz not null,
  constraint visit_pkey primary key (region, id),
  constraint visit_venue_fkey foreign key (region, venue_id) references venues.venue (region, id),
  constraint visit_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint visit_one_each check (person_id is null or amount = 1)
);
comment on table venues.visit is 'Visits: a scan of the code at the door, or the tap counter; append-only';
select kit.declare('venues.visit', 'tenant');
create unique index visit_once_a_day on venues.visit (region, venue_id, person_id, day) where person_id is not null;
create index visit_of_venue on venues.visit (region, venue_id, day);
grant select, insert on venues.visit to gongyou_app;

create table venues.place (
  region int not null,
  id uuid not null,
  venue_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  kind text not null check (kind in ('room', 'court', 'ground')),
  seats int check (seats between 1 and 10000),
  -- bookings begin and end on this grid
  slot_minutes int not null check (slot_minutes in (15, 30, 60, 90, 120, 240)),
  most_minutes int not null check (most_minutes between 15 and 1440),
  ahead_days int not null check (ahead_days between 0 and 365),
  cancel_hours int not null check (cancel_hours between 0 and 720),
  -- how many bookings one person may have before him
  most_each int not null check (most_each between 1 and 100),
  needs_approval boolean not null,
  closed_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  constraint place_pkey primary key (region, id),
  constraint place_venue_fkey foreign key (region, venue_id) references venues.venue (region, id)
);
comment on table venues.place is 'Rooms, courts and grounds of a venue that can be booked, with their rules';
select kit.declare('venues.place', 'tenant');
create unique index place_name_unique on venues.place (region, venue_id, name) where closed_at is null;
grant select, insert, update on venues.place to gongyou_app;

create table venues.booking (
  region int not null,
  id uuid not null,
  place_id uuid not null,
  -- waiting: wants a time another holds; blocked: kept free by an officer; displaced: its time was taken away
  state text not null check (state in ('asked', 'confirmed', 'blocked', 'waiting', 'refused', 'cancelled', 'displaced', 'lifted')),
  from_at timestamptz not null,
  to_at timestamptz not null,
  during tstzrange not null generated always as (tstzrange(from_at, to_at, '[)')) stored,
  person_id uuid,
  org_id uuid,
  -- whom it is for, in words, where an officer entered it
  holder text not null default '',
  purpose text not null default '',
  people int check (people between 1 and 100000),
  -- bookings that were made together, week by week
  series_id uuid,
  because text not null default '',
  asked_at timestamptz not null,
  asked_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  -- the act that counts it; reversed when it is given back
  act_id uuid,
  version int not null default 1,
  constraint booking_pkey primary key (region, id),
  constraint booking_place_fkey foreign key (region, place_id) references venues.place (region, id),
  constraint booking_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint booking_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint booking_time check (from_at < to_at and to_at - from_at <= interval '31 days'),
  constraint booking_no_overlap exclude using gist (region with =, place_id with =, during with &&) where (state in ('asked', 'confirmed', 'blocked'))
);
comment on table venues.booking is 'Bookings, blocks and the waiting list of bookable places: two that hold a time can never overlap';
select kit.declare('venues.booking', 'tenant');
create index booking_of_place on venues.booking (region, place_id, to_at);
create index booking_of_person on venues.booking (region, person_id, asked_at desc) where person_id is not null;
create index booking_waiting on venues.booking (region, place_id, asked_at, id) where state = 'waiting';
create index booking_asked on venues.booking (region, asked_at) where state = 'asked';
grant select, insert, update on venues.booking to gongyou_app;
