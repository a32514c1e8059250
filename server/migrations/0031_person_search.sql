-- One search key for persons, kept by the database whoever writes the row.
-- Trigrams cannot find names of two characters: at a million persons such a search read them all (6.7 s).

drop index people.person_name_search;
drop index people.person_pinyin_search;

-- Single characters and pairs of the name; initials and full pinyin; phone; last four of phone (m) and of the ID number (i).
alter table people.person add column search tsvector generated always as (
  array_to_tsvector(array_remove(array_remove(array[
    substr(name, 1, 1), substr(name, 2, 1), substr(name, 3, 1), substr(name, 4, 1),
    case when length(name) >= 2 then substr(name, 1, 2) end, case when length(name) >= 3 then substr(name, 2, 2) end,
    case when length(name) >= 4 then substr(name, 3, 2) end, case when length(name) >= 5 then substr(name, 4, 2) end,
    case when length(name) >= 6 then substr(name, 5, 2) end, case when length(name) >= 7 then substr(name, 6, 2) end,
    case when length(name) >= 8 then substr(name, 7, 2) end, case when length(name) >= 9 then substr(name, 8, 2) end,
    case when length(name) >= 10 then substr(name, 9, 2) end, case when length(name) >= 11 then substr(name, 10, 2) end,
    split_part(pinyin, ' ', 1), split_part(pinyin, ' ', 2),
    mobile, 'm' || right(mobile, 4), 'i' || lower(id_last4)
  ], ''), null))
) stored;
create index person_search on people.person using gin (search);
comment on column people.person.search is 'Search key: characters and pairs of the name, pinyin, phone, last four digits';
