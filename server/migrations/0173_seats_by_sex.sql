-- Seats for men and for women, where an activity wants as many of both. Null: not told apart.
alter table activities.pool
  add column men_seats int constraint pool_men_seats check (men_seats >= 0),
  add column men_taken int not null default 0 constraint pool_men_taken check (men_taken >= 0),
  add column women_seats int constraint pool_women_seats check (women_seats >= 0),
  add column women_taken int not null default 0 constraint pool_women_taken check (women_taken >= 0),
  add constraint pool_men_never_exceeded check (men_seats is null or men_taken <= men_seats),
  add constraint pool_women_never_exceeded check (women_seats is null or women_taken <= women_seats);
-- The line it was counted in, as quota_org is; what the registry says later moves nobody.
alter table activities.sign_up add column quota_sex text constraint sign_up_quota_sex check (quota_sex in ('male', 'female'));
