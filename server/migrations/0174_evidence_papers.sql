-- What finance asks for beside photographs: the signed list, invoices, the acceptance. What was added by mistake is taken
-- back with a reason and stays readable to nobody but the audit.
alter table activities.evidence
  add column sort text not null default 'photo' constraint evidence_sort check (sort in ('photo', 'signatures', 'invoice', 'acceptance', 'other')),
  add column removed_at timestamptz,
  add column removed_because text,
  add constraint evidence_removed check ((removed_at is null) = (removed_because is null));
grant update (removed_at, removed_because) on activities.evidence to gongyou_app;
