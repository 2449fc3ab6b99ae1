-- Whether the newest round that was checked takes the approval of a second person; null before its
-- checks have run, and for what was checked before this was kept. Not the process's to say.
ALTER TABLE application ADD COLUMN second_needed boolean;
