-- Reports of one fault become one slip: which one a report was joined into, and the calls to those who were joined in.
alter table repair_slips
  add joined_calls jsonb not null default '[]',
  add joined_into text;
alter table repair_slips alter joined_calls drop default;
