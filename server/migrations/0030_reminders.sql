-- Re-elections are announced once; persons without a checked number are found without reading the whole registry.

alter table organisations.term add column reminded_on date;
comment on column organisations.term.reminded_on is 'Day on which the coming end of the term was announced to those who must act';

create index person_without_number on people.person (region, id) where id_hash is null and merged_into is null;
