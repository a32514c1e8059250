-- Second factor under way, sessions that carry officers' rights, reviews of emergency access.

-- A secret that waits for its confirmation is sealed with the key ring, like the one it becomes.
alter table accounts.challenge add column cipher bytea;
alter table accounts.challenge add column key_id smallint;
alter table accounts.challenge drop constraint challenge_kind_check;
alter table accounts.challenge add constraint challenge_kind_known check
  (kind in ('phone', 'second-factor', 'passkey-register', 'passkey-sign-in', 'first-administrator', 'totp-set-up', 'first-password'));
create index challenge_by_account on accounts.challenge (region, account_id, created_at) where account_id is not null;

-- A phone code opens the worker's side only, even for a person who is also an officer.
alter table accounts.session add column as_staff boolean not null default false;

alter table accounts.break_glass add column verdict text;
alter table accounts.break_glass add column review_note text;
alter table accounts.break_glass add constraint break_glass_verdict_known check (verdict in ('justified', 'not-justified'));
alter table accounts.break_glass add constraint break_glass_reviewed_whole check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (verdict is null));
alter table accounts.break_glass add constraint break_glass_not_own_review check (reviewed_by is null or reviewed_by <> person_id);
create index break_glass_by_time on accounts.break_glass (region, from_at desc);
create index delegation_by_post on accounts.delegation (region, post_id) where ended_at is null;

-- What e-mail puts into its subject line and WeChat into its first field.
alter table notices.delivery add column title text;

-- The readiness probe compares this list with the files of the release.
grant select on kit.migration to gongyou_app;
select kit.declare('kit.migration', 'local');
select kit.declare('kit.table_class', 'local');
