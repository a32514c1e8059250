-- The craftsman academy (工匠学院): classes, enrolment, attendance by half days, results.
-- Academies, courses and lecturers are entries of registers.

create table skills.class (
  region int not null references kit.region_name (region),
  id uuid not null,
  name text not null check (length(name) between 2 and 80),
  -- 第几期
  edition int not null check (edition between 1 and 500),
  academy_id uuid not null,
  course_id uuid not null,
  lecturer_id uuid,
  org_id uuid not null,
  town int,
  mode text not null check (mode in ('site', 'online', 'both')),
  place text not null default '',
  from_on date not null,
  to_on date not null,
  -- hours of teaching in tenths
  hours int not null check (hours between 1 and 20000),
  seats int check (seats > 0),
  cost_cents bigint not null default 0 check (cost_cents >= 0),
  -- from this share of half days on, in per cent, somebody has attended
  must_attend int not null default 80 check (must_attend between 0 and 100),
  -- in hundredths; no test where absent
  pass_mark int check (pass_mark between 0 and 100000),
  finished_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  constraint class_pkey primary key (region, id),
  constraint class_edition_unique unique (region, course_id, edition),
  constraint class_academy_fkey foreign key (region, academy_id) references registers.entry (region, id),
  constraint class_course_fkey foreign key (region, course_id) references registers.entry (region, id),
  constraint class_lecturer_fkey foreign key (region, lecturer_id) references registers.entry (region, id),
  constraint class_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint class_days check (to_on >= from_on and to_on <= from_on + 366)
);
comment on table skills.class is 'Classes of the academies: one edition of a course';
select kit.declare('skills.class', 'tenant');
create index class_by_day on skills.class (region, from_on desc, id desc);
grant select, insert, update on skills.class to gongyou_app;

create table skills.half_day (
  region int not null,
  class_id uuid not null,
  on_day date not null,
  part text not null check (part in ('am', 'pm', 'eve')),
  constraint half_day_pkey primary key (region, class_id, on_day, part),
  constraint half_day_class_fkey foreign key (region, class_id) references skills.class (region, id)
);
comment on table skills.half_day is 'When a class meets: attendance is taken for each half day';
select kit.declare('skills.half_day', 'tenant');
grant select, insert, delete on skills.half_day to gongyou_app;

create table skills.trainee (
  region int not null,
  class_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  enrolled_at timestamptz not null,
  left_at timestamptz,
  score int check (score >= 0),
  -- settled when the class is finished
  completed boolean,
  certificate_id uuid,
  constraint trainee_pkey primary key (region, class_id, person_id),
  constraint trainee_class_fkey foreign key (region, class_id) references skills.class (region, id),
  constraint trainee_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint trainee_unit_fkey foreign key (region, unit_id) references organisations.org (region, id),
  constraint trainee_certificate_fkey foreign key (region, certificate_id) references skills.certificate (region, id)
);
comment on table skills.trainee is 'Who is enrolled in a class, and with what result';
select kit.declare('skills.trainee', 'tenant');
create index trainee_of_person on skills.trainee (region, person_id);
grant select, insert, update on skills.trainee to gongyou_app;

create table skills.attendance (
  region int not null,
  class_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  part text not null,
  marked_at timestamptz not null,
  constraint attendance_pkey primary key (region, class_id, person_id, on_day, part),
  constraint attendance_trainee_fkey foreign key (region, class_id, person_id) references skills.trainee (region, class_id, person_id),
  constraint attendance_half_day_fkey foreign key (region, class_id, on_day, part) references skills.half_day (region, class_id, on_day, part)
);
comment on table skills.attendance is 'Who was there on which half day';
select kit.declare('skills.attendance', 'tenant');
grant select, insert, delete on skills.attendance to gongyou_app;
