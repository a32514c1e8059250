-- What was entered at one time can be taken back at one time: the rows before it stand again, or none.
alter table skills.paper_score alter column score drop not null;
alter table skills.paper_score add column batch uuid;
create index paper_score_of_batch on skills.paper_score (region, round_id, batch) where batch is not null;
comment on table skills.paper_score is 'Scores of written papers in hundredths; append-only, the newest counts, none where it holds none';
