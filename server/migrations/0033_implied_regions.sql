-- Two foreign keys that say again what other rules say already, each checked once for every row of every import.
-- A membership's region is that of its person: membership_person_fkey holds (region, person_id), and the person's region
-- is checked. A fact is drawn by one query from acts, whose region is checked, and can be rebuilt at any time.

alter table membership.membership drop constraint membership_region_fkey;
alter table ledger.fact drop constraint fact_region_fkey;
