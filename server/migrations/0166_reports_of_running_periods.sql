-- A report of a period that still runs counts until a day, and says which.

alter table reports.report add column counted_to date;
update reports.report set counted_to = to_on;
alter table reports.report
  alter column counted_to set not null,
  add constraint report_counted check (counted_to between from_on and to_on);
