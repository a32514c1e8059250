-- What is kept about one person is shown to him: found by the person, not by walking every venue.
create index stock_move_of_person on venues.stock_move (region, person_id) where person_id is not null;
create index visit_of_person on venues.visit (region, person_id) where person_id is not null;
create index card_of_person on matchmaking.card (region, person_id);
