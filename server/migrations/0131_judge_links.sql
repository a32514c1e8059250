-- Judges who are not of the district: where they come from, and links by which they score without an account.

alter table skills.judge add column outside text not null default '';
comment on column skills.judge.outside is 'Where a judge from outside comes from; empty for those of a union of the district';

create table skills.judge_link (
  region int not null,
  id uuid not null,
  competition_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  -- the device that opened it first keeps it
  opened_at timestamptz,
  opened_hash bytea,
  revoked_at timestamptz,
  constraint judge_link_pkey primary key (region, id),
  constraint judge_link_token_unique unique (region, token_hash),
  constraint judge_link_judge_fkey foreign key (region, competition_id, person_id) references skills.judge (region, competition_id, person_id)
);
comment on table skills.judge_link is 'Links by which judges score without an account; one stands for each, only its hash is kept';
select kit.declare('skills.judge_link', 'tenant');
create unique index judge_link_standing on skills.judge_link (region, competition_id, person_id) where revoked_at is null;
grant select, insert, update, delete on skills.judge_link to gongyou_app;
