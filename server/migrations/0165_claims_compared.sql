-- Every number of a report is a published number: comparisons and targets too, with the numbers they rest on. And what a
-- number is about, so that numbers of one subject are found beside each other among very many.

alter table statistics.claim
  add column measure text not null default 'number',
  -- of comparisons and targets: the numbers they rest on, each with its question, its records and their digest
  add column sides jsonb,
  add column subject text not null default '',
  -- which share of the subject; none: all of it
  add column share text,
  -- where it was counted; empty: everywhere
  add column place text not null default '',
  add constraint claim_measure check (measure in ('number', 'change', 'growth', 'aim', 'progress', 'forecast')),
  add constraint claim_sides check ((measure = 'number') = (sides is null));

-- What each is about is said anew at every start: names of subjects belong to the release.
update statistics.claim set subject = topic;
alter table statistics.claim alter column subject drop default;

create index claim_by_subject on statistics.claim (region, subject, place, to_on, id) where withdrawn_at is null;
grant update (subject, share, place) on statistics.claim to gongyou_app;
