-- Work lists in their two orders, read from the index as far as one page goes.
CREATE INDEX user_task_open_by_due ON engine.user_task (due_at, priority DESC, key) WHERE state = 'OPEN';
CREATE INDEX user_task_by_urgency ON engine.user_task (priority DESC, due_at, key);
