-- Whoever writes an issue writes when it is due next: a report with its first clock, a move with those that it
-- starts and ends. The trigger sees to what is left when the transaction ends. At once it wrote the row, with
-- all its indexes, anew for each clock.
drop trigger issue_next_due on issue_clock;

create constraint trigger issue_next_due after update of due_at, met_at, cancelled_at, paused_since on issue_clock
    deferrable initially deferred
    for each row execute function issue_next_due();

create constraint trigger issue_next_due_begun after insert on issue_clock
    deferrable initially deferred
    for each row when (new.point <> 'ACCEPT') execute function issue_next_due();
