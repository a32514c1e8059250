-- What trainees thought of a class of the academy (工匠学院满意度): one from each who was there, after it is finished.
create table skills.class_rating (
  region int not null,
  class_id uuid not null,
  person_id uuid not null,
  stars int not null check (stars between 1 and 5),
  said text not null default '',
  at timestamptz not null,
  case_id uuid,
  constraint class_rating_pkey primary key (region, class_id, person_id),
  constraint class_rating_trainee_fkey foreign key (region, class_id, person_id) references skills.trainee (region, class_id, person_id)
);
comment on table skills.class_rating is 'What those who came to a class thought of it; append-only';
select kit.declare('skills.class_rating', 'tenant');
grant select, insert on skills.class_rating to gongyou_app;
