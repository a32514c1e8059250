-- Orders of the hotlines 12345 and 12351.

create schema hotline;
grant usage on schema hotline to gongyou_app;

create table hotline."order" (
  region int not null references kit.region_name (region),
  source text not null check (source in ('12345', '12351')),
  number text not null check (length(number) between 1 and 40),
  case_id uuid not null,
  received_on date not null,
  due_on date,
  -- first time the hotline was answered
  answered_at timestamptz,
  in_time boolean,
  primary key (region, source, number),
  constraint order_case_unique unique (region, case_id),
  constraint order_case_fkey foreign key (region, case_id) references cases.matter (region, id)
);
comment on table hotline."order" is 'Orders by their number: an order is one case, however often its list is sent';
select kit.declare('hotline."order"', 'tenant');
create index order_by_day on hotline."order" (region, received_on);
grant select, insert, update on hotline."order" to gongyou_app;
