-- Call-backs became everybody's: what a house had set for those of repairs holds for all. Past values stay where they were.
insert into parameters (key, effective_from, value, set_by, set_at, reason)
select replace(key, 'repair.callback_', 'callback.'), effective_from, value, set_by, set_at, reason
from parameters where key like 'repair.callback\_%';
