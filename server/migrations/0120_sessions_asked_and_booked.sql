-- A session that a case asked for (点菜下单), and the place of a venue that a session holds.

alter table activities.activity add column asked_case uuid;
alter table activities.activity
  add constraint activity_asked_case_fkey foreign key (region, asked_case) references cases.matter (region, id);
create index activity_asked on activities.activity (region, asked_case, id desc) where asked_case is not null;
comment on column activities.activity.asked_case is 'The case that asked for it: an order of a course';

alter table venues.booking add column session_id uuid;
alter table venues.booking
  add constraint booking_session_fkey foreign key (region, session_id) references activities.session (region, id);
-- A session takes place in one room at a time.
create unique index booking_once_a_session on venues.booking (region, session_id) where state in ('asked', 'confirmed');
create index booking_of_session on venues.booking (region, session_id, asked_at desc) where session_id is not null;
comment on column venues.booking.session_id is 'The session of an activity that takes place there';
